# Puts demo/story.json into the binary.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/demo/story.json)
file(READ ${CMAKE_SOURCE_DIR}/demo/story.json story)
set(TAKT_DEMO_SOURCE ${CMAKE_BINARY_DIR}/demo_story.cpp)
file(WRITE ${TAKT_DEMO_SOURCE}.tmp "#include <string_view>

namespace takt::cli {

std::string_view demo_story() { return R\"story(${story})story\"; }

}  // namespace takt::cli
")
file(COPY_FILE ${TAKT_DEMO_SOURCE}.tmp ${TAKT_DEMO_SOURCE} ONLY_IF_DIFFERENT)
