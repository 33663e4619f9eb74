#pragma once
// The real program beside the test.

#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "server.hpp"

namespace takt::tests {

/// `takt serve` as a process of its own.
class Process {
 public:
  Process(const std::string& database, int port, const std::vector<std::string>& more = {}) {
    child_ = fork();
    if (child_ != 0) return;
    const bool postgresql = database.starts_with("postgresql");
    std::vector<std::string> words{
        TAKT_BINARY,
        "serve",
        postgresql ? "--database" : "--data",
        postgresql ? database : std::filesystem::path(database).parent_path().string(),
        "--port",
        std::to_string(port),
        "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    forget_variables_of_tests();
    std::signal(SIGHUP, SIG_DFL);  // the tests may ignore it
    execv(TAKT_BINARY, arguments.data());
    _exit(127);
  }
  ~Process() { kill_now(); }
  /// What of it lies in memory, in kB.
  long long resident() const {
    std::ifstream in("/proc/" + std::to_string(child_) + "/status");
    for (std::string line; std::getline(in, line);)
      if (line.starts_with("VmRSS:")) return std::atoll(line.c_str() + 6);
    return 0;
  }
  /// Asks it to end; the exit code, or -1 where it does not end by itself for half a minute and is
  /// killed.
  int stop(int signal = SIGTERM) {
    kill(child_, signal);
    for (int i = 0; i < 3000; ++i) {
      int status = 0;
      if (waitpid(child_, &status, WNOHANG) == child_) {
        child_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    kill_now();
    return -1;
  }
  void kill_now() {
    if (child_ <= 0) return;
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
    child_ = 0;
  }

  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

 private:
  pid_t child_ = 0;
};

inline void wait_until_ready(int port) {
  httplib::Client client("127.0.0.1", port);
  for (int i = 0; i < 200; ++i) {
    if (const auto answer = client.Get("/readyz"); answer && answer->status == 200) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  FAIL() << "the server does not answer";
}

}  // namespace takt::tests
