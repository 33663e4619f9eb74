#include "http/message.hpp"

#include <cctype>

namespace takt::http {

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

std::string Request::all_values(std::string_view name) const {
  std::string all;
  for (const auto& [key, value] : headers)
    if (key == name) all += (all.empty() ? "" : ",") + value;
  return all;
}

bool is_url_encoded(std::string_view text) {
  const auto is_digit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  for (auto at = text.find('%'); at != text.npos; at = text.find('%', at + 3))
    if (at + 2 >= text.size() || !is_digit(text[at + 1]) || !is_digit(text[at + 2])) return false;
  return true;
}

namespace {

/// Calls `f` with each name and value of a query, as sent, until it returns true.
template <class F>
void for_each_parameter(std::string_view query, F f) {
  while (!query.empty()) {
    const auto end = query.find('&');
    const auto pair = query.substr(0, end);
    query = end == query.npos ? std::string_view{} : query.substr(end + 1);
    const auto equals = pair.find('=');
    const auto value = equals == pair.npos ? std::string_view{} : pair.substr(equals + 1);
    if (!pair.empty() && f(pair.substr(0, equals), value)) return;
  }
}

}  // namespace

std::string Request::parameter(std::string_view name) const {
  std::string found;
  for_each_parameter(query, [&](std::string_view key, std::string_view value) {
    if (url_decode(key, true) != name) return false;
    found = url_decode(value, true);
    return true;
  });
  return found;
}

std::vector<std::string> Request::parameter_names() const {
  std::vector<std::string> names;
  for_each_parameter(query, [&](std::string_view name, std::string_view) {
    names.push_back(url_decode(name, true));
    return false;
  });
  return names;
}

std::optional<std::string> Request::badly_encoded_parameter() const {
  std::optional<std::string> found;
  for_each_parameter(query, [&](std::string_view name, std::string_view value) {
    if (is_url_encoded(name) && is_url_encoded(value)) return false;
    found = url_decode(name, true);
    return true;
  });
  return found;
}

std::string Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    auto pair = rest.substr(0, end);
    rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const auto equals = pair.find('=');
    if (equals != pair.npos && pair.substr(0, equals) == name)
      return std::string(pair.substr(equals + 1));
  }
  return {};
}

void Stream::push(std::string_view text) {
  std::function<void()> ready;
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    queued_ += text;
    if (queued_.size() > 256 * 1024) closed_ = true;
    ready.swap(ready_);
  }
  if (ready) ready();
}

void Stream::close() {
  std::function<void()> ready;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    ready.swap(ready_);
  }
  if (ready) ready();
}

std::string Stream::take(bool& closed) {
  const std::lock_guard lock(mutex_);
  closed = closed_;
  return std::exchange(queued_, {});
}

void Stream::when_ready(std::function<void()> ready) {
  {
    const std::lock_guard lock(mutex_);
    if (queued_.empty() && !closed_) {
      ready_ = std::move(ready);
      return;
    }
  }
  ready();
}

std::string url_decode(std::string_view text, bool plus_is_space) {
  const auto digit = [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) ? c - '0' : (c | 32) - 'a' + 10;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() &&
        std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
        std::isxdigit(static_cast<unsigned char>(text[i + 2]))) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

}  // namespace takt::http
