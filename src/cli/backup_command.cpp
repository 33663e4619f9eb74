#include "cli/backup_command.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <spdlog/spdlog.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <vector>

namespace takt::cli {
namespace {

/// What the command prints on one of its outputs, as lines of the log.
class CommandOutput {
 public:
  explicit CommandOutput(spdlog::level::level_enum level) : level_(level) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;  // it prints where Takt does then
    from_ = ends[0];
    into_ = ends[1];
    fcntl(from_, F_SETFL, O_NONBLOCK);
  }
  ~CommandOutput() {
    close_end(from_);
    close_end(into_);
    say();
  }
  CommandOutput(const CommandOutput&) = delete;
  CommandOutput& operator=(const CommandOutput&) = delete;

  int into() const { return into_; }
  /// The command has it now.
  void hand_over() { close_end(into_); }
  /// Whether anybody may still print.
  bool is_open() const { return from_ >= 0; }
  pollfd asked() const { return {from_, POLLIN, 0}; }
  /// Logs what is there, a piece of it at most.
  void read_on() {
    std::array<char, 4096> part;
    const auto size = is_open() ? read(from_, part.data(), part.size()) : 0;
    if (size < 0) return;
    if (size == 0) close_end(from_);
    for (const char letter : std::string_view(part.data(), static_cast<std::size_t>(size)))
      add(letter);
  }

 private:
  static constexpr std::size_t kMostOfALine = 1000;

  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  void add(char letter) {
    // A carriage return is how progress is shown.
    if (letter == '\n' || letter == '\r') return say();
    if (line_.size() < kMostOfALine)
      line_ += letter;
    else
      cut_ = true;
  }
  void say() {
    if (!line_.empty()) spdlog::log(level_, "the backup's command: {}{}", line_, cut_ ? "…" : "");
    line_.clear();
    cut_ = false;
  }

  spdlog::level::level_enum level_;
  int from_ = -1;
  int into_ = -1;
  std::string line_;
  bool cut_ = false;
};

/// Whether it has ended; it stays a zombie, so that nobody else gets its number.
bool has_ended(pid_t child) {
  siginfo_t what{};
  return waitid(P_PID, static_cast<id_t>(child), &what, WEXITED | WNOHANG | WNOWAIT) != 0 ||
         what.si_pid != 0;
}

}  // namespace

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
  CommandOutput out(spdlog::level::info);
  CommandOutput errors(spdlog::level::warn);
  posix_spawn_file_actions_adddup2(&actions, out.into(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.into(), STDERR_FILENO);
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
  out.hand_over();
  errors.hand_over();
  // What it left running and prints through it is part of it: to close its output would end it.
  const auto ended_within = [&](std::chrono::milliseconds time, const std::stop_token& asked) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (out.is_open() || errors.is_open() || !has_ended(child)) {
      if (asked.stop_requested() || std::chrono::steady_clock::now() > until) return false;
      std::array ready{out.asked(), errors.asked()};
      poll(ready.data(), ready.size(), 20);
      out.read_on();
      errors.read_on();
    }
    return true;
  };
  int status = 0;
  if (!ended_within(most, stop)) {
    if (stop.stop_requested())
      spdlog::warn("the backup's command was ended with Takt");
    else
      spdlog::error("the backup's command took too long and was ended; the file is {}", file);
    kill(-child, SIGTERM);
    ended_within(std::chrono::seconds{2}, {});
    kill(-child, SIGKILL);  // what it started may not have listened
    waitpid(child, &status, 0);
    return false;
  }
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  spdlog::error("the backup's command failed ({}); the file is {}",
                WIFEXITED(status) ? WEXITSTATUS(status) : -1, file);
  return false;
}

}  // namespace takt::cli
