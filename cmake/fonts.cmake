# Puts the fonts of printed pages into the binary, so that a machine without fonts makes the same
# file. Inter (SIL Open Font License 1.1) is what the interface is set in; what it lacks (Arabic,
# Hebrew, more symbols) DejaVu Sans has (Bitstream Vera's license).
set(TAKT_FONTS_SOURCE ${CMAKE_BINARY_DIR}/fonts.cpp ${CMAKE_BINARY_DIR}/fonts_data.S)
set(data ".section .rodata\n")
set(symbols "")
set(rows "")
foreach(style Regular Medium SemiBold Bold Fallback)
  if(style STREQUAL Fallback)
    find_file(TAKT_FONT_${style} DejaVuSans.ttf PATHS /usr/share/fonts/truetype/dejavu REQUIRED)
  else()
    find_file(TAKT_FONT_${style} Inter-${style}.otf PATHS /usr/share/fonts/opentype/inter REQUIRED)
  endif()
  string(APPEND data
    ".global takt_font_${style}\n.global takt_font_${style}_end\ntakt_font_${style}:\n.incbin \"${TAKT_FONT_${style}}\"\ntakt_font_${style}_end:\n.byte 0\n")
  string(APPEND symbols "extern const char takt_font_${style}[], takt_font_${style}_end[];\n")
  string(APPEND rows
    "      {takt_font_${style}, static_cast<std::size_t>(takt_font_${style}_end - takt_font_${style})},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/fonts_data.S CONTENT
  "@data@.section .note.GNU-stack,\"\",%progbits\n" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/fonts.cpp CONTENT "#include \"report/fonts.hpp\"

extern \"C\" {
@symbols@}

namespace takt::report {

std::array<std::string_view, 5> fonts() {
  return {{
@rows@  }};
}

}  // namespace takt::report
" @ONLY)
