#pragma once
// What the OpenAPI document promises, held against what comes.

#include <boost/json.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/values.hpp"

namespace takt::tests {

/// Checks answers against an OpenAPI document. Of JSON Schema it knows what the document uses, and
/// complains of everything else.
class Contract {
 public:
  explicit Contract(boost::json::value document) : document_(std::move(document)) {
    for (const auto& [path, operations] : document_.at("paths").as_object())
      routes_.push_back({steps(path), &operations.as_object()});
  }

  /// What is wrong with an answer; empty where nothing is. `header` tells a header's value.
  template <class Header>
  std::string breach(std::string_view method, std::string_view path, int status, Header header,
                     std::string_view text, const boost::json::value& body) const {
    const auto* operation = find(method, path.substr(0, path.find('?')));
    const boost::json::object* response = nullptr;
    if (!operation) {
      // Neither an address nor a method of the API: it says so, or the address was not readable.
      if (status != 400 && status != 404 && status != 405) return "this operation is not declared";
      response = &component("responses", status == 400 ? "Malformed" : "NotFound");
    } else {
      const auto* declared =
          operation->at("responses").as_object().if_contains(std::to_string(status));
      if (!declared) return "this status is not declared";
      response = &resolved(declared->as_object());
    }
    if (const auto* headers = response->if_contains("headers"))
      for (const auto& [name, schema] : headers->as_object())
        if (header(std::string(name)).empty()) return "no header " + std::string(name);
    const auto* content = response->if_contains("content");
    if (!content) return text.empty() ? "" : "a body where none is declared";
    const auto& [type, media] = *content->as_object().begin();
    const auto sent = header("Content-Type");
    if (sent.substr(0, sent.find(';')) != type) return "it comes as " + sent;
    if (type != "application/json" && type != "application/problem+json") return {};
    return mismatch(body, media.at("schema").as_object(), "");
  }

  /// Where a value does not fit a schema, and why; empty where it does.
  std::string mismatch(const boost::json::value& value, const boost::json::object& schema,
                       const std::string& at) const {
    if (schema.contains("$ref")) return mismatch(value, resolved(schema), at);
    if (const auto* choices = schema.if_contains("anyOf")) {
      std::string why;
      for (const auto& choice : choices->as_array()) {
        const auto said = mismatch(value, choice.as_object(), at);
        if (said.empty()) return {};
        if (why.empty()) why = said;
      }
      return why;
    }
    for (const auto& [keyword, wanted] : schema) {
      const auto why = broken(value, schema, keyword, wanted, at);
      if (!why.empty()) return why;
    }
    return {};
  }

 private:
  using Steps = std::vector<std::string_view>;
  struct Route {
    Steps steps;
    const boost::json::object* operations;
  };

  static Steps steps(std::string_view path) {
    Steps out;
    for (std::size_t at = 0; at != path.npos && at < path.size();) {
      const auto end = path.find('/', at + 1);
      out.push_back(path.substr(at + 1, end == path.npos ? end : end - at - 1));
      at = end;
    }
    return out;
  }

  const boost::json::object* find(std::string_view method, std::string_view path) const {
    const auto wanted = steps(path);
    for (const auto& route : routes_) {
      if (route.steps.size() != wanted.size()) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < wanted.size(); ++i)
        same = route.steps[i].starts_with('{') || route.steps[i] == wanted[i];
      if (!same) continue;
      if (const auto* found = route.operations->if_contains(method)) return &found->as_object();
    }
    return nullptr;
  }

  const boost::json::object& component(std::string_view kind, std::string_view name) const {
    return document_.at("components").at(kind).at(name).as_object();
  }
  const boost::json::object& resolved(const boost::json::object& object) const {
    const auto* reference = object.if_contains("$ref");
    if (!reference) return object;
    // #/components/schemas/Site
    const auto path = steps(std::string_view(reference->get_string()).substr(1));
    return component(path.at(1), path.at(2));
  }

  static bool is_of(std::string_view type, const boost::json::value& value) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
  }
  static bool has_format(std::string_view format, std::string_view text) {
    if (format == "uuid") return domain::parse_id(text).has_value();
    if (format == "date") return domain::parse_date(text).has_value();
    if (format == "date-time") return domain::parse_instant(text).has_value();
    return format == "password";
  }
  static std::int64_t characters(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
  }

  std::string broken(const boost::json::value& value, const boost::json::object& schema,
                     std::string_view keyword, const boost::json::value& wanted,
                     const std::string& at) const {
    const auto says = [&](bool holds) {
      if (holds) return std::string();
      return at + " is " + boost::json::serialize(value).substr(0, 100) + ", against " +
             std::string(keyword) + ' ' + boost::json::serialize(wanted);
    };
    if (keyword == "description") return {};
    if (keyword == "type") return says(is_of(std::string_view(wanted.as_string()), value));
    if (keyword == "enum") return says(std::ranges::count(wanted.as_array(), value) > 0);
    if (keyword == "minimum" || keyword == "maximum") {
      const bool low = keyword == "minimum";
      if (!value.is_number()) return {};
      const auto number = value.to_number<double>();
      const auto limit = wanted.to_number<double>();
      return says(low ? number >= limit : number <= limit);
    }
    if (keyword == "minLength" || keyword == "maxLength") {
      if (!value.is_string()) return {};
      const auto length = characters(value.get_string());
      return says(keyword == "minLength" ? length >= wanted.as_int64()
                                         : length <= wanted.as_int64());
    }
    if (keyword == "format")
      return value.is_string() ? says(has_format(std::string_view(wanted.as_string()),
                                                 std::string_view(value.get_string())))
                               : std::string();
    if (keyword == "items") {
      if (!value.is_array()) return {};
      for (std::size_t i = 0; i < value.get_array().size(); ++i) {
        auto why = mismatch(value.get_array()[i], wanted.as_object(), at + '/' + std::to_string(i));
        if (!why.empty()) return why;
      }
      return {};
    }
    if (keyword == "required") {
      if (!value.is_object()) return {};
      for (const auto& name : wanted.as_array())
        if (!value.get_object().contains(name.as_string()))
          return at + " lacks " + std::string(name.as_string());
      return {};
    }
    if (keyword == "properties") {
      if (!value.is_object()) return {};
      for (const auto& [name, member] : value.get_object())
        if (const auto* property = wanted.as_object().if_contains(name)) {
          auto why = mismatch(member, property->as_object(), at + '/' + std::string(name));
          if (!why.empty()) return why;
        }
      return {};
    }
    if (keyword == "additionalProperties") {
      if (wanted != false) return at + ": additionalProperties is only known as false";
      if (!value.is_object()) return {};
      const auto* properties = schema.if_contains("properties");
      for (const auto& [name, member] : value.get_object())
        if (!properties || !properties->as_object().contains(name))
          return at + " has " + std::string(name) + ", which is not declared";
      return {};
    }
    return at + ": the keyword " + std::string(keyword) + " is not known here";
  }

  boost::json::value document_;
  std::vector<Route> routes_;
};

}  // namespace takt::tests
