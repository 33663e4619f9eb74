# The package for Debian: `make deb`. For the machine that it is built on: amd64, or arm64 there.

# The man page says what the program says of itself.
set(PACKAGE_FOLDER ${CMAKE_BINARY_DIR}/package)
add_custom_command(
  OUTPUT ${PACKAGE_FOLDER}/takt.1.gz ${PACKAGE_FOLDER}/changelog.gz ${PACKAGE_FOLDER}/copyright
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PACKAGE_FOLDER}
  COMMAND ${CMAKE_SOURCE_DIR}/scripts/man-page $<TARGET_FILE:takt> | gzip -9n > ${PACKAGE_FOLDER}/takt.1.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/CHANGELOG.md > ${PACKAGE_FOLDER}/changelog.gz
  COMMAND $<TARGET_FILE:takt> licences | cat ${CMAKE_SOURCE_DIR}/packaging/copyright - > ${PACKAGE_FOLDER}/copyright
  DEPENDS takt scripts/man-page CHANGELOG.md packaging/copyright
  VERBATIM)
add_custom_target(takt-package DEPENDS ${PACKAGE_FOLDER}/takt.1.gz)

install(TARGETS takt DESTINATION usr/bin)
install(FILES ${PACKAGE_FOLDER}/takt.1.gz DESTINATION usr/share/man/man1)
install(FILES ${PACKAGE_FOLDER}/changelog.gz ${PACKAGE_FOLDER}/copyright docs/run-book.md docs/operations.md docs/scale.md docs/api.md DESTINATION usr/share/doc/takt)
install(DIRECTORY docs/decisions DESTINATION usr/share/doc/takt)
install(DIRECTORY packaging/proxy packaging/prometheus packaging/grafana DESTINATION usr/share/doc/takt/examples)
install(FILES packaging/Containerfile packaging/compose.yaml DESTINATION usr/share/doc/takt/examples)
install(FILES packaging/takt.conf DESTINATION etc/takt PERMISSIONS OWNER_READ OWNER_WRITE)
install(FILES packaging/takt.service DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "Takt <takt@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "agile cadence (OKR) of key account teams")
set(CPACK_PACKAGE_DESCRIPTION "Objectives and key results, check-ins, meetings, supply shares and account plans\nof key account teams, as a server with its web interface inside. It keeps its\ndata in SQLite or in PostgreSQL.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "postgresql, nginx | haproxy | caddy")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
foreach(part conffiles postinst prerm postrm)
  list(APPEND CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/packaging/debian/${part})
endforeach()
include(CPack)
