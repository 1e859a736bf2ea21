# Puts the pages of the rules, rules/*.md, into the library.
function(paperlint_embed_pages target)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.md)
  set(names)
  foreach(page IN LISTS pages)
    get_filename_component(name ${page} NAME_WE)
    list(APPEND names ${name})
  endforeach()
  list(JOIN names "," names)
  set(output ${PROJECT_BINARY_DIR}/generated/rule_pages.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${PROJECT_SOURCE_DIR}/rules -DNAMES=${names} -DOUTPUT=${output}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${pages} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    COMMENT "Embedding the rule pages"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
