# tests/*_test.cc, all in one program.
find_package(GTest REQUIRED)
include(GoogleTest)

file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*_test.cc ${PROJECT_SOURCE_DIR}/tests/support/*.cc)
if(tests)
  add_executable(paperlint_tests ${tests})
  target_include_directories(paperlint_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(paperlint_tests PRIVATE
    paperlint_lib paperlint::md4c paperlint::re2 paperlint::utf8proc paperlint::nlohmann_json
    paperlint::tomlplusplus GTest::gtest GTest::gtest_main)
  target_compile_definitions(paperlint_tests PRIVATE
    PAPERLINT_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    PAPERLINT_BINARY="$<TARGET_FILE:paperlint>")
  add_dependencies(paperlint_tests paperlint)

  set(properties TIMEOUT 900)
  if(PAPERLINT_CORPUS)
    list(APPEND properties ENVIRONMENT "PAPERLINT_CORPUS=${PAPERLINT_CORPUS}")
  endif()
  gtest_discover_tests(paperlint_tests
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 120
    PROPERTIES ${properties})
endif()

# tests/packaging/*_test.py: packages, completions, hooks. What a machine lacks (pip, npm, a shell) is skipped, and told.
find_package(Python3 3.9 COMPONENTS Interpreter QUIET)
file(GLOB packaging_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/packaging/*_test.py)
if(PAPERLINT_SANITIZE)
  set(packaging_tests)  # they are not about the code
elseif(NOT Python3_FOUND)
  message(STATUS "no Python 3.9: the tests of packages are left out")
  set(packaging_tests)
endif()
foreach(test IN LISTS packaging_tests)
  get_filename_component(name ${test} NAME_WE)
  add_test(NAME packaging.${name} COMMAND ${Python3_EXECUTABLE} -B ${test})
  set_tests_properties(packaging.${name} PROPERTIES TIMEOUT 900 ENVIRONMENT "PAPERLINT_BINARY=$<TARGET_FILE:paperlint>")
endforeach()
