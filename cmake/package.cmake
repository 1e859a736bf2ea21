# Archives by CPack; script/dist writes the completions and the man page first, from the program's own --help.
set(share ${PROJECT_BINARY_DIR}/share)
install(FILES ${share}/THIRD-PARTY.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES ${share}/paperlint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES ${share}/paperlint.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  RENAME paperlint OPTIONAL)
# Debian's zsh looks into a folder of its own for what Debian packages bring.
install(CODE "set(share ${share})")
install(CODE [[
  set(folder site-functions)
  if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
    set(folder vendor-completions)
  endif()
  file(INSTALL DESTINATION "${CMAKE_INSTALL_PREFIX}/share/zsh/${folder}" TYPE FILE OPTIONAL FILES "${share}/_paperlint")]])
install(FILES ${share}/paperlint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)

string(TOLOWER "${CMAKE_SYSTEM_NAME}" system)
string(REPLACE "darwin" "macos" system "${system}")
string(TOLOWER "${CMAKE_SYSTEM_PROCESSOR}" processor)
string(REGEX REPLACE "^(amd64|x64)$" "x86_64" processor "${processor}")
string(REGEX REPLACE "^aarch64$" "arm64" processor "${processor}")

set(CPACK_PACKAGE_NAME paperlint)
set(CPACK_PACKAGE_VENDOR paperlint)
set(CPACK_PACKAGE_CONTACT "The paperlint authors")
set(CPACK_PACKAGE_FILE_NAME paperlint-${PROJECT_VERSION}-${system}-${processor})
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter and fixer for Markdown lists of papers")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "It asks each list for its own habits, reports what departs from them, at the line, and mends it.")
find_program(PAPERLINT_SHLIBDEPS dpkg-shlibdeps)
if(PAPERLINT_SHLIBDEPS)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  if(PAPERLINT_MD4C_PRIVATE_LIBRARY)
    get_filename_component(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PAPERLINT_MD4C_PRIVATE_LIBRARY} DIRECTORY)
  endif()
endif()
include(CPack)
