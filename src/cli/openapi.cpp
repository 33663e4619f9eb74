// Prints the OpenAPI document. A program of its own, because the web interface inside `takt` is
// built from it.
#include <filesystem>
#include <iostream>

#include "access/context.hpp"
#include "access/throttle.hpp"
#include "api/routes.hpp"
#include "command/backup.hpp"
#include "page/page_cache.hpp"

int main() {
  const auto path = std::filesystem::temp_directory_path() / "takt-openapi.db";
  takt::store::Database database(path.string(), 1);
  takt::access::Context context{database, [] { return takt::domain::Instant{}; }};
  takt::page::PageCache pages;
  takt::access::Throttle throttle;
  takt::live::Hub hub([] { return 0; });
  takt::command::Backups backups({}, path.string());
  takt::api::Parts parts{pages, throttle, hub, backups, true, ""};
  takt::api::Router router(context);
  takt::api::declare_routes(router, parts);
  std::cout << router.openapi() << '\n';
  std::filesystem::remove(path);
  std::filesystem::remove(path.string() + ".lock");
}
