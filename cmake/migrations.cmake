# Puts migrations/*.sql into the binary, in the order of their numbers.
file(GLOB TAKT_MIGRATIONS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/migrations/*.sql)
list(SORT TAKT_MIGRATIONS)
set(rows "")
foreach(file ${TAKT_MIGRATIONS})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  get_filename_component(name ${file} NAME_WE)
  string(REGEX MATCH "^[0-9]+" number ${name})
  math(EXPR number "1${number} - 10000")
  file(READ ${file} sql)
  string(APPEND rows "    {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
set(TAKT_MIGRATIONS_SOURCE ${CMAKE_BINARY_DIR}/migrations.cpp)
file(CONFIGURE OUTPUT ${TAKT_MIGRATIONS_SOURCE} CONTENT
"#include \"store/migrations.hpp\"

namespace takt::store {

std::span<const Migration> migrations() {
  static constexpr Migration kMigrations[] = {
@rows@  };
  return kMigrations;
}

}  // namespace takt::store
" @ONLY)
