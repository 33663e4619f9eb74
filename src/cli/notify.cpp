#include "cli/notify.hpp"

#include <curl/curl.h>
#include <spdlog/spdlog.h>
#include <systemd/sd-daemon.h>

#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <memory>
#include <mutex>

namespace takt::cli {
namespace {

std::string url_of(const std::string& address, unsigned short port, const char* path) {
  auto host = address;
  if (host == "0.0.0.0") host = "127.0.0.1";
  if (host == "::") host = "::1";
  if (host.find(':') != host.npos) host = '[' + host + ']';
  return "http://" + host + ':' + std::to_string(port) + path;
}

std::size_t add_to_body(char* data, std::size_t size, std::size_t count, void* body) {
  // What is larger is none of Takt's answers; to take less than there is ends the transfer.
  constexpr std::size_t kMost = 8'000'000;
  auto& text = *static_cast<std::string*>(body);
  if (text.size() + size * count > kMost) return 0;
  text.append(data, size * count);
  return size * count;
}

/// What a GET is answered with, and why that is not 200; empty where it is.
struct Asked {
  std::string body;
  std::string fault;
};

Asked ask(const std::string& url) {
  Asked out;
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                 curl_easy_cleanup);
  if (!curl) return {"", "libcurl can't start"};
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOPROXY, "*");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 5L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, add_to_body);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &out.body);
  if (const auto result = curl_easy_perform(curl.get()); result != CURLE_OK)
    return {"", url + ": " + curl_easy_strerror(result)};
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) out.fault = url + " answers " + std::to_string(status);
  return out;
}

void notify(const std::string& address, unsigned short port, const std::stop_token& stop) {
  if (!std::getenv("NOTIFY_SOCKET")) return;
  std::uint64_t limit = 0;
  const bool watched = sd_watchdog_enabled(0, &limit) > 0;
  std::chrono::microseconds pause = std::chrono::milliseconds{50};
  bool ready = false;
  std::mutex mutex;
  std::condition_variable_any stopping;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    // A restart brings no database back, and takes the pages away that say so.
    const auto fault = ask(url_of(address, port, ready ? "/healthz" : "/readyz")).fault;
    if (fault.empty()) {
      sd_notify(0, ready ? "WATCHDOG=1" : "READY=1");
      if (!watched) return;
      ready = true;
      pause = std::chrono::microseconds{limit / 3};  // one may be missed
    } else if (ready) {
      spdlog::error("the watchdog is not told that all is well: {}", fault);
    }
    stopping.wait_for(lock, stop, pause, [] { return false; });
  }
}

}  // namespace

std::string fault_of_server(const std::string& address, unsigned short port) {
  return ask(url_of(address, port, "/readyz")).fault;
}

std::optional<double> figure_of_server(const std::string& address, unsigned short port,
                                       const std::string& name) {
  const auto [text, fault] = ask(url_of(address, port, "/metrics"));
  const auto at = text.find('\n' + name + ' ');
  if (!fault.empty() || at == text.npos) return {};
  const char* begin = text.c_str() + at + name.size() + 2;
  char* end = nullptr;
  const double value = std::strtod(begin, &end);
  if (end == begin || !std::isfinite(value)) return {};
  return value;
}

std::jthread keep_notifying(const std::string& address, unsigned short port) {
  return std::jthread(
      [address, port](const std::stop_token& stop) { notify(address, port, stop); });
}

void notify_stopping() { sd_notify(0, "STOPPING=1"); }

}  // namespace takt::cli
