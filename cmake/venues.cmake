# Puts the tables of venues, rules/venues/*.tsv, into the library.
function(paperlint_embed_venues target)
  set(folder ${PROJECT_SOURCE_DIR}/rules/venues)
  file(GLOB tables CONFIGURE_DEPENDS ${folder}/*.tsv)
  set(output ${PROJECT_BINARY_DIR}/generated/venue_tables.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUTPUT=${output} -P ${PROJECT_SOURCE_DIR}/cmake/venue_tables.cmake
    DEPENDS ${tables} ${PROJECT_SOURCE_DIR}/cmake/venue_tables.cmake
    COMMENT "Embedding the tables of venues"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
