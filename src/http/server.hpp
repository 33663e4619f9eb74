#pragma once
// A small web server on Boost.Beast coroutines. Connections live on the I/O threads; handlers run
// on a pool of their own, where they may block.

#include <chrono>
#include <memory>
#include <optional>

#include "http/message.hpp"

namespace takt::http {

struct Settings {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  ///< 0: any free one
  int io_threads = 2;
  int workers = 8;
  int slow_workers = 2;                  ///< beside those, for what takes long
  std::size_t header_limit = 16 * 1024;  ///< also of chunk extensions and trailers
  std::size_t body_limit = 1024 * 1024;
  std::size_t large_body_limit = 8 * 1024 * 1024;  ///< of requests that may be large
  /// Whether a request, known by its headers only, may have a large body. Empty: none may.
  std::function<bool(const Request&)> may_be_large{};
  /// Whether a request, known by its headers only, takes long to answer: it waits for its like
  /// alone, and nothing else for it. Empty: none does.
  std::function<bool(const Request&)> takes_long{};
  std::chrono::seconds request_timeout{15};        ///< to send a whole request
  std::chrono::seconds idle_timeout{60};           ///< between two requests
  std::chrono::milliseconds stream_pause{15'000};  ///< after which a stream says that it is there
  std::chrono::milliseconds stop_timeout{4'000};   ///< for what runs when the server is stopped
  /// Answers one request; where it throws, the answer is 500 and `failed` is told.
  std::function<Response(const Request&)> handle;
  /// The answer where it is at hand without waiting, else no value and `handle` is asked. Runs on
  /// the I/O thread itself: the way to the pool and back costs more than such an answer. Empty: all
  /// requests go to the pool.
  std::function<std::optional<Response>(const Request&)> quick;
  /// The body of an answer that the server itself gives, e.g. 413.
  std::function<Response(int status, std::string_view code, std::string_view detail)> refuse;
  /// Called after each answer, for log and metrics.
  std::function<void(const Request&, const Response&, std::size_t bytes, std::chrono::microseconds)>
      log;
  /// Called with what an exception says that ended a request or a connection, never the server.
  std::function<void(std::string_view what)> failed;
};

class Server {
 public:
  /// Binds and listens; throws std::runtime_error where the address is taken.
  explicit Server(Settings settings);
  ~Server();

  unsigned short port() const;
  /// Serves until stop() and then until running requests are answered, for `stop_timeout` at most.
  void run();
  /// Whether requests run on although run() has returned. Nothing can end them but the process; the
  /// destructor waits for them.
  bool still_running() const;
  struct Load {
    int running = 0;       ///< requests that are answered, with those that wait
    int waiting = 0;       ///< for a worker
    int slow_waiting = 0;  ///< for one of the slow workers
  };
  Load load() const;
  /// May be called from any thread or a signal's handler thread.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace takt::http
