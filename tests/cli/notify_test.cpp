// What systemd and a container's probe hear of the server: by a socket of the test's own.

#include "cli/notify.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "server.hpp"

namespace takt::tests {
namespace {

/// Where a service manager listens; this process, and who is started by it, tell it.
class Manager {
 public:
  Manager() : socket_(socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("bind");
    setenv("NOTIFY_SOCKET", path_.c_str(), 1);
    setenv("WATCHDOG_USEC", "600000", 1);
  }
  ~Manager() {
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    close(socket_);
    std::filesystem::remove(path_);
  }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;
  /// The next thing that it is told; empty: nothing for so long.
  std::string next(std::chrono::milliseconds most = std::chrono::seconds{60}) const {
    const timeval limit{most.count() / 1000, most.count() % 1000 * 1000};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    char text[256];
    const auto size = recv(socket_, text, sizeof text, 0);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : "";
  }

 private:
  const std::string path_ = std::filesystem::temp_directory_path() / ("takt_" + new_id());
  const int socket_;
};

int run(const std::vector<std::string>& arguments) {
  std::string line = TAKT_BINARY;
  for (const auto& argument : arguments) line += ' ' + argument;
  return WEXITSTATUS(std::system((line + " 2>/dev/null").c_str()));
}

TEST(Notify, ServerSaysWhenItServesThatItStillDoesAndWhenItStops) {
  const Manager manager;
  const NewDatabase database{false};
  const int port = free_port();
  const auto child = fork();
  if (child == 0) {
    forget_variables_of_tests();
    execl(TAKT_BINARY, TAKT_BINARY, "serve", "--data",
          std::filesystem::path(database.location).parent_path().c_str(), "--port",
          std::to_string(port).c_str(), "--quiet", nullptr);
    _exit(127);
  }
  EXPECT_EQ("READY=1", manager.next());
  EXPECT_EQ(0, run({"healthcheck", "--port", std::to_string(port)}));
  for (int i = 0; i < 3; ++i) EXPECT_EQ("WATCHDOG=1", manager.next());
  kill(child, SIGTERM);
  auto told = manager.next();
  while (told == "WATCHDOG=1") told = manager.next();
  EXPECT_EQ("STOPPING=1", told);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(0, status);
  EXPECT_EQ(1, run({"healthcheck", "--port", std::to_string(port)}));
}

class Watched : public OnBothDatabases {};

TEST_P(Watched, DatabaseThatIsAwayIsNoReasonToRestartAServer) {
  const auto rename = [&](const char* statement) {
    app->context().database.write_apart([&](store::Session& session) { session.run(statement); });
  };
  const Manager manager;
  rename("alter table schema_version rename to taken_away");
  const auto is_away = [&] { return !cli::fault_of_server("127.0.0.1", app->port()).empty(); };
  for (int i = 0; i < 200 && !is_away(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  EXPECT_TRUE(is_away());
  const auto notifier = cli::keep_notifying("0.0.0.0", app->port());
  EXPECT_EQ("", manager.next(std::chrono::milliseconds{300})) << "it does not serve yet";
  rename("alter table taken_away rename to schema_version");
  EXPECT_EQ("READY=1", manager.next());
  rename("alter table schema_version rename to taken_away");
  for (int i = 0; i < 3; ++i) EXPECT_EQ("WATCHDOG=1", manager.next());
  rename("alter table taken_away rename to schema_version");
}

TAKT_ON_BOTH_DATABASES(Watched);

}  // namespace
}  // namespace takt::tests
