#pragma once
// What servers that share a PostgreSQL tell each other of its ledgers, by NOTIFY over one
// connection each.

#include <map>
#include <stop_token>
#include <string>

#include "domain/values.hpp"

struct pg_conn;

namespace takt::live {

/// The newest revision of each ledger that moved.
using News = std::map<domain::Id, long long>;

/// For one thread. Nothing here waits for long: a server that answers nothing is given up after
/// seconds, one that is gone without a word is noticed within half a minute, unless the address
/// names other times.
class Wire {
 public:
  explicit Wire(std::string address);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// Connects, and hears from then on what the others tell; whether it does. Waits for a second
  /// once it is asked to stop.
  bool open(const std::stop_token& stop = {});
  bool is_open() const { return connection_ != nullptr; }
  /// Readable as soon as there is something to hear, or the connection has broken.
  int socket() const;

  /// Tells the others; whether they will hear it. Closes where that fails, or takes five seconds,
  /// of which it waits for one once it is asked to stop.
  bool tell(const News& news, const std::stop_token& stop);
  /// What the others told since. Closes where the connection has broken.
  News heard();

 private:
  bool answered(const std::stop_token& stop);
  void close();

  std::string address_;
  std::string origin_;  ///< names this server among those that share a database
  pg_conn* connection_ = nullptr;
};

}  // namespace takt::live
