#include "cli/backup_command.hpp"

#include <signal.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>

#include <cstring>
#include <thread>
#include <vector>

namespace takt::cli {

bool run_backup_command(const std::string& command, const std::string& file,
                        const std::stop_token& stop, std::chrono::milliseconds most) {
  std::vector<std::string> texts{"TAKT_BACKUP_FILE=" + file};
  for (char** one = environ; *one; ++one)
    // What lets Takt in is none of the command's business.
    if (!std::string_view(*one).starts_with("TAKT_")) texts.emplace_back(*one);
  std::vector<char*> environment;
  environment.reserve(texts.size() + 1);
  for (auto& text : texts) environment.push_back(text.data());
  environment.push_back(nullptr);
  std::string shell = "/bin/sh", flag = "-c", line = command;
  char* arguments[] = {shell.data(), flag.data(), line.data(), nullptr};
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // A group of its own, so that all that it starts ends with it.
  posix_spawnattr_setpgroup(&attributes, 0);
  // The threads of Takt hold signals back; the command must hear them.
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  // What Takt has open is Takt's: a command that lives on must not hold its port.
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, shell.c_str(), &actions, &attributes, arguments, environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    spdlog::error("the backup's command does not start: {}", strerror(failed));
    return false;
  }
  int status = 0;
  const auto ended_within = [&](std::chrono::milliseconds time, const std::stop_token& asked) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (waitpid(child, &status, WNOHANG) == 0) {
      if (asked.stop_requested() || std::chrono::steady_clock::now() > until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return true;
  };
  if (!ended_within(most, stop)) {
    if (stop.stop_requested())
      spdlog::warn("the backup's command was ended with Takt");
    else
      spdlog::error("the backup's command took too long and was ended; the file is {}", file);
    kill(-child, SIGTERM);
    const bool ended = ended_within(std::chrono::seconds{2}, {});
    kill(-child, SIGKILL);  // what it started may not have listened
    if (!ended) waitpid(child, &status, 0);
    return false;
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  spdlog::error("the backup's command failed ({}); the file is {}",
                WIFEXITED(status) ? WEXITSTATUS(status) : -1, file);
  return false;
}

}  // namespace takt::cli
