# Puts words of the interface (web/locales) into the binary, for the files that the server makes.
set(TAKT_WORDS_SOURCE ${CMAKE_BINARY_DIR}/words.cpp)
set(functions "")
foreach(language de en)
  set(rooms "")
  foreach(room activity agility choice field sentence term)
    set(file ${CMAKE_SOURCE_DIR}/web/locales/${language}/${room}.json)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} words)
    string(APPEND rooms "          R\"words(${words})words\",\n")
  endforeach()
  string(APPEND functions "
std::vector<std::string_view> words_${language}() {
  return {\n${rooms}  };
}
")
endforeach()
file(CONFIGURE OUTPUT ${TAKT_WORDS_SOURCE} CONTENT "#include <string_view>
#include <vector>

namespace takt::mapping {
@functions@
}  // namespace takt::mapping
" @ONLY)
