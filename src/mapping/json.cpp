#include <boost/json/src.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "domain/text.hpp"
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

constexpr std::size_t kMostDigits = 15;

/// Digits of a decimal number between its first and its last that is not 0.
std::size_t significant_digits(std::string_view number) {
  std::size_t digits = 0;
  std::size_t zeros = 0;  // behind the last digit counted
  for (const char c : number.substr(0, number.find_first_of("eE"))) {
    if (c < '0' || c > '9') continue;
    if (c == '0') {
      if (digits > 0) ++zeros;
      continue;
    }
    digits += zeros + 1;
    zeros = 0;
  }
  return digits;
}

/// Builds a value as Boost.JSON's own parser does, but notices keys that come twice, of which that
/// one silently keeps the last, and reads numbers to the last bit, which Boost 1.81 does not.
struct Builder {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  json::value_stack stack{};
  /// Of the objects that are open. In order, because whoever sends the keys may know how a hash
  /// is made, and let them all collide.
  std::vector<std::set<std::string>> keys{};
  std::string key{};
  std::string number{};
  bool duplicate = false;
  bool as_entered = false;  ///< numbers of more digits than are kept become infinite
  using Error = json::error_code;
  bool on_document_begin(Error&) {
    stack.reset();
    return true;
  }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) {
    keys.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t n, Error&) {
    keys.pop_back();
    stack.push_object(n);
    return true;
  }
  bool on_array_begin(Error&) { return true; }
  bool on_array_end(std::size_t n, Error&) {
    stack.push_array(n);
    return true;
  }
  bool on_key_part(json::string_view s, std::size_t, Error&) {
    key += s;
    stack.push_chars(s);
    return true;
  }
  bool on_key(json::string_view s, std::size_t, Error&) {
    key += s;
    duplicate = !keys.back().insert(std::move(key)).second || duplicate;
    key.clear();
    stack.push_key(s);
    return true;
  }
  bool on_string_part(json::string_view s, std::size_t, Error&) {
    stack.push_chars(s);
    return true;
  }
  bool on_string(json::string_view s, std::size_t, Error&) {
    stack.push_string(s);
    return true;
  }
  bool on_number_part(json::string_view s, Error&) {
    number += s;
    return true;
  }
  bool on_int64(std::int64_t value, json::string_view, Error&) {
    number.clear();
    stack.push_int64(value);
    return true;
  }
  bool on_uint64(std::uint64_t value, json::string_view, Error&) {
    number.clear();
    stack.push_uint64(value);
    return true;
  }
  bool on_double(double value, json::string_view s, Error&) {
    number += s;
    // Where it is out of range, `value` stays and is infinite or nothing.
    std::from_chars(number.data(), number.data() + number.size(), value);
    // By the text: 1.00000000000000001 as a double looks as if it were 1.
    if (as_entered && significant_digits(number) > kMostDigits)
      value = std::numeric_limits<double>::infinity();
    number.clear();
    stack.push_double(value);
    return true;
  }
  bool on_bool(bool value, Error&) {
    stack.push_bool(value);
    return true;
  }
  bool on_null(Error&) {
    stack.push_null();
    return true;
  }
  bool on_comment_part(json::string_view, Error&) { return true; }
  bool on_comment(json::string_view, Error&) { return true; }
};

constexpr std::string_view kTooManyDigits =
    "must have at most 15 significant digits and lie between -1e15 and 1e15";

struct Parsed {
  json::value value{};
  bool duplicate = false;
  json::error_code error{};
  std::size_t read = 0;  ///< bytes, up to the error if there is one
};

Parsed parse(std::string_view text, std::size_t max_depth, bool as_entered) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::basic_parser<Builder> parser(options);
  parser.handler().as_entered = as_entered;
  Parsed out;
  out.read = parser.write_some(false, text.data(), text.size(), out.error);
  if (!out.error && out.read < text.size()) out.error = json::error::extra_data;
  if (out.error) return out;
  out.duplicate = parser.handler().duplicate;
  out.value = parser.handler().stack.release();
  return out;
}

std::size_t characters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

/// The text without the spaces around it, its lines ended as Unix does.
std::string trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == text.npos) return {};
  text = text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || text[i + 1] != '\n') out += text[i];  // the last one is no space
  return out;
}

}  // namespace

json::value parse_json(std::string_view text) {
  using domain::Problem;
  auto parsed = parse(text, 16, true);
  if (parsed.error)
    throw Problem(Problem::Kind::malformed, "broken_json",
                  "The body is not readable JSON (near byte " + std::to_string(parsed.read) +
                      "): " + parsed.error.message() + ".");
  // We must not drop silently what somebody sent.
  if (parsed.duplicate)
    throw Problem(Problem::Kind::malformed, "duplicate_key", "The JSON names the same key twice.");
  return std::move(parsed.value);
}

json::value parse_stored_json(std::string_view text) {
  auto parsed = parse(text, 32, false);
  if (parsed.error) throw std::logic_error("stored JSON is broken: " + parsed.error.message());
  return std::move(parsed.value);
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
               bool one_line, const std::string& at, Errors& errors) {
  if (!in.is_string()) return add_error(errors, at, "not_a_text", "must be a text"), false;
  auto text = trimmed(in.get_string());
  for (std::size_t i = 0; i < text.size();) {
    const auto character = domain::next_character(text, i);
    if (one_line && (character == U'\n' || character == 0x2028 || character == 0x2029))
      return add_error(errors, at, "line_break", "must be one line"), false;
    if (!character || domain::is_forbidden(*character) || (one_line && character == U'\t'))
      return add_error(errors, at, "control_character",
                       "must not contain control or direction characters"),
             false;
  }
  text = domain::composed(text);
  if (!domain::shows_something(text)) text.clear();
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
  if (!std::isfinite(value) || std::abs(value) > 1e15)
    return add_error(errors, at, "too_many_digits", std::string(kTooManyDigits)), false;
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
  if (!std::isfinite(value))
    return add_error(errors, at, "too_many_digits", std::string(kTooManyDigits)), false;
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
