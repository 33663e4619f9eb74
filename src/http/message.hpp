#pragma once
// Requests and answers as the rest of the program sees them: no Beast in here.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace takt::http {

struct Request {
  std::string method;
  std::string path;   ///< decoded, without the query
  std::string query;  ///< as sent, without the question mark
  std::string body;
  std::string address;  ///< of the peer
  std::string id;       ///< names the request in the log and in the answer
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case

  /// Value of a header, by its name in lower case; empty where it is missing.
  std::string_view header(std::string_view name) const;
  /// A header's values from all of its lines, parted by commas: proxies add to it at the end, some
  /// to the last line and some as a line of their own.
  std::string all_values(std::string_view name) const;
  /// Decoded value of a query parameter; empty where it is missing.
  std::string parameter(std::string_view name) const;
  /// Decoded names of the query's parameters, as sent.
  std::vector<std::string> parameter_names() const;
  /// Name of the first query parameter that has a percent sign without two digits after it.
  std::optional<std::string> badly_encoded_parameter() const;
  std::string cookie(std::string_view name) const;
};

/// A body that goes on: server-sent events. Any thread pushes; the server writes.
class Stream {
 public:
  /// `still_here`: what the server says when there was nothing else to say for a while, so that
  /// whoever listens can tell silence from a connection that is gone.
  explicit Stream(std::string still_here = ": still here\n\n")
      : still_here_(std::move(still_here)) {}
  const std::string& still_here() const { return still_here_; }
  /// Queues text to be sent. A reader too slow for 256 kB of it is cut off.
  void push(std::string_view text);
  void close();
  /// The text queued since the last call; `closed` says whether more can come.
  std::string take(bool& closed);
  /// Called, once, as soon as there is something to take.
  void when_ready(std::function<void()> ready);

 private:
  const std::string still_here_;
  std::mutex mutex_;
  std::string queued_;
  bool closed_ = false;
  std::function<void()> ready_;
};

struct Response {
  int status = 200;
  /// What answered, for log and metrics: one of few texts, which live as long as the program.
  std::string_view route;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Instead of `body`: text shared with others, e.g. a kept page. Shared because the sending may
  /// outlast the keeping.
  std::shared_ptr<const std::string> shared_body;
  /// Instead of `body`: text that lives as long as the program.
  std::string_view static_body;
  std::shared_ptr<Stream> stream;  ///< shared by the server that writes and whoever pushes
};

/// Whether two hexadecimal digits follow each percent sign of `text`.
bool is_url_encoded(std::string_view text);

/// Decodes %XX; broken escapes stay as they are.
std::string url_decode(std::string_view text, bool plus_is_space = false);

}  // namespace takt::http
