#include "http/server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <set>
#include <thread>

namespace takt::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = beast::http;
using tcp = asio::ip::tcp;
using namespace std::chrono_literals;

namespace {

using Socket = beast::tcp_stream;
using Parser = bhttp::request_parser<bhttp::string_body>;
constexpr auto kNoThrow = asio::as_tuple(asio::use_awaitable);

/// The part of the target that says what is wanted: all of it, or, of a whole address (RFC 9112,
/// 3.2.2), what follows the host. Empty for anything else.
std::string_view origin_form(std::string_view target) {
  if (target.starts_with('/')) return target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!beast::iequals(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto end = target.find_first_of("/?");
    if (end == 0) return {};
    return end == target.npos ? "/" : target.substr(end);
  }
  return {};
}

std::string_view body_of(const Response& response) {
  if (response.shared_body) return *response.shared_body;
  if (!response.static_body.empty()) return response.static_body;
  return response.body;
}

}  // namespace

struct Server::Impl {
  struct Loop {
    asio::io_context io{1};
    /// Stays for connections that are still to come.
    asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(io);

    /// Beast throws inside of its own operations, e.g. for want of memory: that ends the connection
    /// whose operation it was, and nothing else.
    void run(const Settings& settings) {
      for (;;) {
        try {
          io.run();
          return;
        } catch (const std::exception& error) {
          settings.failed(error.what());
        } catch (...) {
          settings.failed("an exception without a name");
        }
      }
    }
  };

  static std::vector<std::unique_ptr<Loop>> loops_of(int threads) {
    std::vector<std::unique_ptr<Loop>> out(static_cast<std::size_t>(threads));
    for (auto& loop : out) loop = std::make_unique<Loop>();
    return out;
  }

  Settings settings;
  /// Requests; counted down when what serves them goes, with `loops`.
  std::atomic<int> running = 0;
  std::atomic<int> waiting = 0;
  std::atomic<int> slow_waiting = 0;
  /// One a thread: whatever belongs to a connection runs on its own, so that nothing of it is
  /// locked and no thread wakes another for it.
  std::vector<std::unique_ptr<Loop>> loops;
  asio::thread_pool pool;
  asio::thread_pool slow_pool;
  tcp::acceptor acceptor;
  std::atomic<bool> stopping = false;
  std::atomic<std::uint64_t> requests = 0;
  std::mutex mutex;
  std::set<std::shared_ptr<Stream>> streams;

  explicit Impl(Settings s)
      : settings(std::move(s)),
        loops(loops_of(settings.io_threads)),
        pool(settings.workers),
        slow_pool(settings.slow_workers),
        acceptor(io()) {}

  /// That of what belongs to no connection.
  asio::io_context& io() { return loops.front()->io; }

  /// The request without its body. Called before the body is read, so that a trailer never passes
  /// for a header.
  Request translate(const Parser& parser, const std::string& address) {
    const auto& message = parser.get();
    Request request;
    request.method = std::string(message.method_string());
    const auto target = origin_form(message.target());
    const auto question = target.find('?');
    request.path = url_decode(target.substr(0, question));
    if (question != target.npos) request.query = target.substr(question + 1);
    request.address = address;
    char id[32];
    std::snprintf(id, sizeof id, "%08llx", static_cast<unsigned long long>(++requests));
    request.id = id;
    for (const auto& field : message) {
      std::string name(field.name_string());
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
      request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    return request;
  }

  /// The head of an answer as it is sent; its body goes beside it, so that none is copied.
  static std::string head_of(const Request& request, const Response& response, bool keep_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head += std::string_view(bhttp::obsolete_reason(static_cast<bhttp::status>(response.status)));
    const auto line = [&](std::string_view name, std::string_view value) {
      head.append("\r\n").append(name).append(": ").append(value);
    };
    for (const auto& [name, value] : response.headers) line(name, value);
    line("X-Request-Id", request.id);
    if (!keep_alive) line("Connection", "close");
    // A stream is as long as it is open.
    if (!response.stream && response.status != 304 && response.status != 204)
      line("Content-Length", std::to_string(body_of(response).size()));
    return head += "\r\n\r\n";
  }

  asio::awaitable<void> send_stream(Socket& socket, std::shared_ptr<Stream> stream) {
    {
      const std::lock_guard lock(mutex);
      streams.insert(stream);
    }
    // Shared with the stream's callback, which may come after this coroutine has gone.
    const auto wake = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor);
    for (;;) {
      bool closed = stopping;
      std::string text;
      if (!closed) text = stream->take(closed);
      if (!text.empty()) {
        socket.expires_after(20s);
        const auto [error, n] = co_await asio::async_write(socket, asio::buffer(text), kNoThrow);
        if (error) break;
      }
      if (closed) break;
      wake->expires_after(settings.stream_pause);
      stream->when_ready([wake] { asio::post(wake->get_executor(), [wake] { wake->cancel(); }); });
      const auto [woken] = co_await wake->async_wait(kNoThrow);
      if (!woken) stream->push(stream->still_here());
    }
    stream->close();
    const std::lock_guard lock(mutex);
    streams.erase(stream);
  }

  Response refusal(int status, std::string_view code, std::string_view detail) const {
    return settings.refuse(status, code, detail);
  }

  /// The handler's answer; 500 where it throws, which costs neither the connection nor the server.
  Response answered(const Request& request) {
    try {
      return settings.handle(request);
    } catch (const std::exception& error) {
      settings.failed(error.what());
    } catch (...) {
      settings.failed("an exception without a name");
    }
    return refusal(500, "failed", "Something went wrong here.");
  }

  /// What goes wrong here may go right on the pool, or is told from there.
  std::optional<Response> quick_answer(const Request& request) {
    try {
      return settings.quick(request);
    } catch (const std::exception& error) {
      settings.failed(error.what());
      return {};
    }
  }

  /// Runs the handler on its pool and comes back to the connection's own executor.
  asio::awaitable<Response> handled(const Request& request) {
    const bool slow = settings.takes_long && settings.takes_long(request);
    auto& queue = slow ? slow_waiting : waiting;
    ++queue;
    // Not co_spawn: it comes back by way of the pool's queue, behind all who wait there.
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
        [&](auto handler) {
          auto connection = asio::make_work_guard(asio::get_associated_executor(handler, io()));
          asio::post(slow ? slow_pool : pool, [this, &queue, &request, handler = std::move(handler),
                                               connection = std::move(connection)]() mutable {
            --queue;
            auto response = answered(request);
            asio::post(connection.get_executor(),
                       [handler = std::move(handler), response = std::move(response)]() mutable {
                         std::move(handler)(std::move(response));
                       });
          });
        },
        asio::use_awaitable);
  }

  /// What could not be read, as an answer; no value where there is nobody to tell.
  std::optional<Response> refusal_of(const beast::error_code& error) const {
    if (error == bhttp::error::body_limit)
      return refusal(413, "too_large", "The body is larger than is taken here.");
    // The buffer is as large as the headers may be: chunk extensions and trailers overflow it.
    if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow)
      return refusal(431, "too_large", "The headers are larger than 16 KiB.");
    if (error.category() == beast::error_code(bhttp::error::bad_method).category())
      return refusal(400, "broken_request", "This is not a readable HTTP request.");
    return {};
  }

  /// What can be read and is refused all the same, before its body is read.
  std::optional<Response> refusal_of(const Parser& parser) const {
    const auto& message = parser.get();
    const auto hosts = message.count(bhttp::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11))
      return refusal(400, "broken_request", "A request names its host, once.");
    const auto target = origin_form(message.target());
    if (target.empty())
      return refusal(400, "broken_request", "The request's target is no address here.");
    // Decoded, nobody can tell it any more.
    if (!is_url_encoded(target.substr(0, target.find('?'))))
      return refusal(400, "broken_text",
                     "The path of the address has a percent sign without two hexadecimal digits "
                     "after it.");
    const auto expected = message[bhttp::field::expect];
    if (!expected.empty() && !beast::iequals(expected, "100-continue"))
      return refusal(417, "expectation", "Nothing but 100-continue can be expected here.");
    return {};
  }

  /// Reads on for a moment what the client is still sending, so that it sees the refusal instead of
  /// a reset connection.
  static asio::awaitable<void> drain(Socket& socket) {
    beast::error_code ignored;
    socket.socket().shutdown(tcp::socket::shutdown_send, ignored);
    socket.expires_after(2s);
    std::array<char, 16 * 1024> scratch;
    for (std::size_t total = 0; total < 16 * 1024 * 1024;) {
      const auto [error, n] = co_await socket.async_read_some(asio::buffer(scratch), kNoThrow);
      if (error) co_return;
      total += n;
    }
  }

  /// Until the connection ends, or goes on as a stream: that is left to the caller, so that nothing
  /// of the request takes memory for as long as it is open.
  asio::awaitable<std::shared_ptr<Stream>> serve_requests(Socket& socket,
                                                          const std::string& address) {
    beast::flat_buffer buffer(settings.header_limit);
    for (bool keep_alive = true; keep_alive && !stopping;) {
      Parser parser;
      parser.header_limit(static_cast<std::uint32_t>(settings.header_limit));
      // Which of both holds is known with the headers.
      parser.body_limit(std::max(settings.body_limit, settings.large_body_limit));
      // Waiting for the first byte is idling; from then on the clock of the request runs.
      if (buffer.size() == 0) {
        socket.expires_after(settings.idle_timeout);
        const auto [error, n] = co_await socket.async_read_some(buffer.prepare(4096), kNoThrow);
        if (error) co_return nullptr;
        buffer.commit(n);
      }
      socket.expires_after(settings.request_timeout);
      auto [error, n] = co_await bhttp::async_read_header(socket, buffer, parser, kNoThrow);
      Request request = translate(parser, address);
      std::optional<Response> refused;
      const bool may_be_large =
          !parser.is_done() && settings.may_be_large && settings.may_be_large(request);
      const auto body_limit = may_be_large ? settings.large_body_limit : settings.body_limit;
      parser.body_limit(body_limit);
      if (!error) refused = refusal_of(parser);
      if (!error && !refused && parser.content_length().value_or(0) > body_limit)
        error = bhttp::error::body_limit;
      const bool wanted = !error && !refused;
      if (wanted && !parser.get()[bhttp::field::expect].empty()) {
        static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
        std::tie(error, n) = co_await asio::async_write(socket, asio::buffer(kContinue), kNoThrow);
      }
      if (wanted && !error)
        std::tie(error, n) = co_await bhttp::async_read(socket, buffer, parser, kNoThrow);
      if (error == bhttp::error::end_of_stream || error == beast::error::timeout) co_return nullptr;
      request.body = std::move(parser.get().body());
      ++running;
      const struct Done {
        std::atomic<int>& running;
        ~Done() { --running; }
      } done{running};
      const auto start = std::chrono::steady_clock::now();
      const bool readable = wanted && !error;
      Response response;
      if (!readable) {
        if (!refused) refused = refusal_of(error);
        if (!refused) co_return nullptr;
        response = std::move(*refused);
      } else if (auto at_hand = settings.quick ? quick_answer(request) : std::nullopt) {
        response = std::move(*at_hand);
      } else {
        response = co_await handled(request);
      }
      const bool streams = response.stream && request.method != "HEAD";
      if (response.stream && !streams) response.stream->close();  // nobody listens
      keep_alive = readable && parser.get().keep_alive() && !stopping && !streams;
      const auto head = head_of(request, response, keep_alive);
      const bool bodiless = request.method == "HEAD" || response.status == 304;
      const auto body = bodiless ? std::string_view{} : body_of(response);
      const std::array<asio::const_buffer, 2> parts{asio::buffer(head), asio::buffer(body)};
      socket.expires_after(30s);
      const auto [write_error, written] = co_await asio::async_write(socket, parts, kNoThrow);
      settings.log(request, response, written,
                   std::chrono::duration_cast<std::chrono::microseconds>(
                       std::chrono::steady_clock::now() - start));
      if (write_error) co_return nullptr;
      if (!readable) {
        co_await drain(socket);
        co_return nullptr;
      }
      if (streams) co_return std::move(response.stream);
    }
    co_return nullptr;
  }

  asio::awaitable<void> serve(tcp::socket accepted) {
    Socket socket(std::move(accepted));
    beast::error_code ignored;
    socket.socket().set_option(tcp::no_delay(true), ignored);
    const auto peer = socket.socket().remote_endpoint(ignored);
    try {
      auto stream = co_await serve_requests(socket, peer.address().to_string());
      if (stream) co_await send_stream(socket, std::move(stream));
    } catch (const std::exception& error) {
      settings.failed(error.what());
    }
    socket.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  asio::awaitable<void> accept() {
    for (std::size_t turn = 0; !stopping; ++turn) {
      auto& loop = *loops[turn % loops.size()];
      auto [error, socket] = co_await acceptor.async_accept(loop.io, kNoThrow);
      if (stopping) co_return;
      if (error) {
        // Out of file descriptors: give others time to close theirs.
        asio::steady_timer pause(io(), 50ms);
        co_await pause.async_wait(kNoThrow);
        continue;
      }
      const auto executor = socket.get_executor();
      asio::co_spawn(executor, serve(std::move(socket)), asio::detached);
    }
  }
};

Server::Server(Settings settings) : impl_(std::make_unique<Impl>(std::move(settings))) {
  auto& acceptor = impl_->acceptor;
  const tcp::endpoint endpoint(asio::ip::make_address(impl_->settings.address),
                               impl_->settings.port);
  try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen(1024);
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("Can't listen on " + impl_->settings.address + ":" +
                             std::to_string(impl_->settings.port) + ": " + error.code().message());
  }
}

Server::~Server() = default;

unsigned short Server::port() const { return impl_->acceptor.local_endpoint().port(); }

void Server::run() {
  auto& impl = *impl_;
  asio::co_spawn(impl.io(), impl.accept(), asio::detached);
  std::vector<std::jthread> threads;
  threads.reserve(impl.loops.size());
  for (auto& loop : impl.loops) threads.emplace_back([&] { loop->run(impl.settings); });
}

bool Server::still_running() const { return impl_->running > 0; }

Server::Load Server::load() const { return {impl_->running, impl_->waiting, impl_->slow_waiting}; }

void Server::stop() {
  auto& impl = *impl_;
  if (impl.stopping.exchange(true)) return;
  asio::post(impl.io(), [&impl] {
    impl.acceptor.close();
    const std::lock_guard lock(impl.mutex);
    for (const auto& stream : impl.streams) stream->close();
  });
  asio::co_spawn(
      impl.io(),
      [&impl]() -> asio::awaitable<void> {
        asio::steady_timer timer(impl.io());
        const auto end = std::chrono::steady_clock::now() + impl.settings.stop_timeout;
        while (impl.running > 0 && std::chrono::steady_clock::now() < end) {
          timer.expires_after(10ms);
          co_await timer.async_wait(kNoThrow);
        }
        for (const auto& loop : impl.loops) loop->io.stop();
      },
      asio::detached);
}

}  // namespace takt::http
