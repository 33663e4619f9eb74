# Puts playbooks/playbooks.json into the binary.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/playbooks/playbooks.json)
file(READ ${CMAKE_SOURCE_DIR}/playbooks/playbooks.json playbooks)
set(TAKT_PLAYBOOKS_SOURCE ${CMAKE_BINARY_DIR}/playbooks.cpp)
file(CONFIGURE OUTPUT ${TAKT_PLAYBOOKS_SOURCE} CONTENT "#include <string_view>

namespace takt::page {

std::string_view built_in_playbooks() { return R\"book(@playbooks@)book\"; }

}  // namespace takt::page
" @ONLY)
