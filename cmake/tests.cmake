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
