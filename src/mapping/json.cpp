#include <boost/json/src.hpp>
#include <cmath>
#include <set>

#include "mapping/json_read.hpp"
#include "mapping/json_write.hpp"
#include "mapping/stored.hpp"

namespace takt::mapping {
namespace json = boost::json;

void write_json_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  std::size_t clean = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += "\\u00";
        out += kHex[c >> 4];
        out += kHex[c & 15];
    }
  }
  out.append(text, clean);
  out += '"';
}

namespace {

struct KeyWatch {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  /// Of the objects that are open. In order, because whoever sends the keys may know how a hash
  /// is made, and let them all collide.
  std::vector<std::set<std::string>> keys{};
  std::string part{};
  bool duplicate = false;
  using Error = json::error_code;
  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, Error&) {
    keys.pop_back();
    return true;
  }
  bool on_array_begin(Error&) { return true; }
  bool on_array_end(std::size_t, Error&) { return true; }
  bool on_key_part(json::string_view s, std::size_t, Error&) {
    part += s;
    return true;
  }
  bool on_key(json::string_view s, std::size_t, Error&) {
    part += s;
    duplicate = !keys.back().insert(std::move(part)).second || duplicate;
    part.clear();
    return true;
  }
  bool on_string_part(json::string_view, std::size_t, Error&) { return true; }
  bool on_string(json::string_view, std::size_t, Error&) { return true; }
  bool on_number_part(json::string_view, Error&) { return true; }
  bool on_int64(std::int64_t, json::string_view, Error&) { return true; }
  bool on_uint64(std::uint64_t, json::string_view, Error&) { return true; }
  bool on_double(double, json::string_view, Error&) { return true; }
  bool on_bool(bool, Error&) { return true; }
  bool on_null(Error&) { return true; }
  bool on_comment_part(json::string_view, Error&) { return true; }
  bool on_comment(json::string_view, Error&) { return true; }
};

// Boost.JSON keeps the last of two equal keys; we must not drop silently what somebody sent.
void refuse_duplicate_keys(std::string_view text) {
  json::basic_parser<KeyWatch> parser{json::parse_options{}};
  json::error_code error;
  parser.write_some(false, text.data(), text.size(), error);
  if (parser.handler().duplicate)
    throw domain::Problem(domain::Problem::Kind::malformed, "duplicate_key",
                          "The JSON names the same key twice.");
}

std::size_t characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

int significant_digits(double value) {
  char buffer[40];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  int digits = 0;
  for (const char* c = buffer; c != end && *c != 'e'; ++c) digits += *c >= '0' && *c <= '9';
  return digits;
}

}  // namespace

json::value parse_json(std::string_view text) {
  json::error_code error;
  json::parse_options options;
  options.max_depth = 16;
  json::stream_parser parser({}, options);
  const auto read = parser.write(text.data(), text.size(), error);
  if (!error) parser.finish(error);
  if (error)
    throw domain::Problem(domain::Problem::Kind::malformed, "broken_json",
                          "The body is not readable JSON (near byte " + std::to_string(read) +
                              "): " + error.message() + ".");
  refuse_duplicate_keys(text);
  return parser.release();
}

json::value parse_stored_json(std::string_view text) {
  json::error_code error;
  auto value = json::parse(text, error);
  if (error) throw std::logic_error("stored JSON is broken: " + error.message());
  return value;
}

std::string child_pointer(const std::string& base, std::string_view step) {
  std::string out = base + '/';
  for (const char c : step) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

void add_error(Errors& errors, const std::string& at, std::string code, std::string detail) {
  if (errors.size() >= kMostErrors) return;
  errors.push_back({at, std::move(code), std::move(detail)});
}

bool read_text(const json::value& in, std::string& out, std::size_t min, std::size_t max,
               const std::string& at, Errors& errors) {
  if (!in.is_string()) return add_error(errors, at, "not_a_text", "must be a text"), false;
  std::string_view text = in.get_string();
  if (text.find('\0') != text.npos)
    return add_error(errors, at, "control_character", "must not contain U+0000"), false;
  const auto from = text.find_first_not_of(" \t\r\n");
  const auto to = text.find_last_not_of(" \t\r\n");
  text = from == text.npos ? std::string_view{} : text.substr(from, to - from + 1);
  const auto length = characters(text);
  if (length < min && length == 0) return add_error(errors, at, "required", "is required"), false;
  if (length < min)
    return add_error(errors, at, "too_short",
                     "must have at least " + std::to_string(min) + " characters"),
           false;
  if (length > max)
    return add_error(errors, at, "too_long",
                     "must have at most " + std::to_string(max) + " characters"),
           false;
  out = text;
  return true;
}

bool read_number(const json::value& in, double& out, const std::string& at, Errors& errors) {
  if (!in.is_number()) return add_error(errors, at, "not_a_number", "must be a number"), false;
  const double value = in.to_number<double>();
  if (!std::isfinite(value) || significant_digits(value) > 15 || std::abs(value) > 1e15)
    return add_error(errors, at, "too_many_digits",
                     "must have at most 15 significant digits and lie between -1e15 and 1e15"),
           false;
  out = value == 0 ? 0.0 : value;
  return true;
}

bool read_secret(const json::value& in, std::string& out, std::size_t max, const std::string& at,
                 Errors& errors) {
  if (!in.is_string()) return add_error(errors, at, "not_a_text", "must be a text"), false;
  const std::string_view text = in.get_string();
  if (text.empty()) return add_error(errors, at, "required", "is required"), false;
  if (characters(text) > max)
    return add_error(errors, at, "too_long",
                     "must have at most " + std::to_string(max) + " characters"),
           false;
  out = text;
  return true;
}

bool read_whole(const json::value& in, int low, int high, int& out, const std::string& at,
                Errors& errors) {
  if (!in.is_number()) return add_error(errors, at, "not_a_number", "must be a number"), false;
  const double value = in.to_number<double>();
  if (value != std::floor(value))
    return add_error(errors, at, "not_whole", "must be a whole number"), false;
  if (value < low || value > high)
    return add_error(errors, at, "out_of_range",
                     "must be from " + std::to_string(low) + " to " + std::to_string(high)),
           false;
  out = static_cast<int>(value);
  return true;
}

}  // namespace takt::mapping
