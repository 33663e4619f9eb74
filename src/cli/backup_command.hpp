#pragma once
// What becomes of a backup once it is made: a command of the administrator's ships it away.

#include <chrono>
#include <stop_token>
#include <string>

namespace takt::cli {

/// Runs the command by /bin/sh, with the file's path in $TAKT_BACKUP_FILE and nothing of Takt's own
/// settings, until it and all that prints through it have ended, it takes longer than `most`, or
/// `stop` asks for an end. Both end all that it started, too, by force where it does not listen.
/// Logs each line that it prints, cut at 1000 bytes: its output as information, its errors as
/// warnings. Whether it ended well; logs what went wrong.
bool run_backup_command(const std::string& command, const std::string& file,
                        const std::stop_token& stop,
                        std::chrono::milliseconds most = std::chrono::hours{1});

}  // namespace takt::cli
