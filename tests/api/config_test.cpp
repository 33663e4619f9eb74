// The program's own flags: a TOML file configures it, as the operations guide says.

#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "server.hpp"

namespace takt::tests {
namespace {

TEST(Configuration, ComesFromATomlFile) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("takt_config_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const auto port = std::to_string(free_port());
  std::ofstream(folder / "takt.toml") << "[serve]\ndata = \"" << (folder / "data").string()
                                      << "\"\nport = " << port << "\nquiet = true\n";
  const pid_t child = fork();
  if (child == 0) {
    const auto file = (folder / "takt.toml").string();
    execl(TAKT_BINARY, TAKT_BINARY, "serve", "--config", file.c_str(), nullptr);
    _exit(127);
  }
  httplib::Client client("127.0.0.1", std::stoi(port));
  int status = 0;
  for (int i = 0; i < 100 && status != 200; ++i) {
    if (const auto answer = client.Get("/readyz")) status = answer->status;
    std::this_thread::sleep_for(std::chrono::milliseconds{30});
  }
  kill(child, SIGTERM);
  waitpid(child, nullptr, 0);
  EXPECT_EQ(200, status);
  EXPECT_TRUE(std::filesystem::exists(folder / "data" / "takt.db"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace takt::tests
