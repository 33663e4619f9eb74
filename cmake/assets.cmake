# Puts the built web interface (TAKT_WEB_DIST) into the binary, compressed forms included, which
# scripts/compress-web made beside the files (.br, .gz).
set(TAKT_ASSETS_SOURCE ${CMAKE_BINARY_DIR}/assets.cpp ${CMAKE_BINARY_DIR}/assets_data.S)
set(data ".section .rodata\n")
set(symbols "")
set(rows "")
set(index 0)
if(TAKT_WEB_DIST)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${TAKT_WEB_DIST} ${TAKT_WEB_DIST}/*)
  list(FILTER files EXCLUDE REGEX "\\.(br|gz)$")
endif()
foreach(file ${files})
  set(row "    {\"/${file}\"")
  foreach(form "" ".gz" ".br")
    set(path ${TAKT_WEB_DIST}/${file}${form})
    if(EXISTS ${path})
      string(APPEND data
        ".global takt_asset_${index}\n.global takt_asset_${index}_end\ntakt_asset_${index}:\n.incbin \"${path}\"\ntakt_asset_${index}_end:\n.byte 0\n")
      string(APPEND symbols "extern const char takt_asset_${index}[], takt_asset_${index}_end[];\n")
      string(APPEND row ", {takt_asset_${index}, static_cast<std::size_t>(takt_asset_${index}_end - takt_asset_${index})}")
      set_property(SOURCE ${CMAKE_BINARY_DIR}/assets_data.S APPEND PROPERTY OBJECT_DEPENDS ${path})
      math(EXPR index "${index} + 1")
    else()
      string(APPEND row ", {}")
    endif()
  endforeach()
  string(APPEND rows "${row}},\n")
endforeach()
file(WRITE ${CMAKE_BINARY_DIR}/assets_data.S.tmp "${data}.section .note.GNU-stack,\"\",%progbits\n")
file(COPY_FILE ${CMAKE_BINARY_DIR}/assets_data.S.tmp ${CMAKE_BINARY_DIR}/assets_data.S ONLY_IF_DIFFERENT)
file(WRITE ${CMAKE_BINARY_DIR}/assets.cpp.tmp
"#include \"http/assets.hpp\"

#include <vector>

extern \"C\" {
${symbols}}

namespace takt::http {

std::span<const Asset> assets() {
  static const std::vector<Asset> kAssets = {
${rows}  };
  return kAssets;
}

}  // namespace takt::http
")
file(COPY_FILE ${CMAKE_BINARY_DIR}/assets.cpp.tmp ${CMAKE_BINARY_DIR}/assets.cpp ONLY_IF_DIFFERENT)
