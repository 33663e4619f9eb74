# Puts the interface's words for choices (web/locales/*/choice.json) into the binary, for the files
# that the server makes.
foreach(language de en)
  set(file ${CMAKE_SOURCE_DIR}/web/locales/${language}/choice.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} choices_${language})
endforeach()
set(TAKT_CHOICES_SOURCE ${CMAKE_BINARY_DIR}/choices.cpp)
file(CONFIGURE OUTPUT ${TAKT_CHOICES_SOURCE} CONTENT "#include <string_view>

namespace takt::mapping {

std::string_view choices_de() { return R\"words(@choices_de@)words\"; }
std::string_view choices_en() { return R\"words(@choices_en@)words\"; }

}  // namespace takt::mapping
" @ONLY)
