#pragma once
// OpenAPI 3.1 (JSON Schema 2020-12) from described structs.

#include <map>
#include <string>
#include <typeinfo>
#include <utility>

#include "mapping/json_read.hpp"
#include "mapping/json_write.hpp"

namespace takt::mapping {

/// Schemas by name, as `components.schemas` of an OpenAPI document has them. A name stands for one
/// type: two that would share one throw std::logic_error.
class Schemas {
 public:
  /// The schema of T as JSON text; structs and enums become a `$ref` to a component.
  template <class T>
  std::string of() {
    if constexpr (std::is_same_v<T, bool>)
      return R"({"type":"boolean"})";
    else if constexpr (std::is_same_v<T, double>)
      return R"({"type":"number"})";
    else if constexpr (std::is_integral_v<T>)
      return R"({"type":"integer"})";
    else if constexpr (std::is_same_v<T, RawJson>)
      return "{}";
    else if constexpr (is_id<T>)
      return R"({"type":"string","format":"uuid"})";
    else if constexpr (std::is_same_v<T, domain::Date>)
      return R"({"type":"string","format":"date"})";
    else if constexpr (std::is_same_v<T, domain::Instant>)
      return R"({"type":"string","format":"date-time"})";
    else if constexpr (is_whole<T>)
      return "{\"type\":\"integer\",\"minimum\":" + std::to_string(T::kLow) +
             ",\"maximum\":" + std::to_string(T::kHigh) + "}";
    else if constexpr (is_text<T>)
      return "{\"type\":\"string\",\"minLength\":" + std::to_string(T::kMin) +
             ",\"maxLength\":" + std::to_string(T::kMax) + "}";
    else if constexpr (std::is_same_v<T, domain::Password>)
      return "{\"type\":\"string\",\"format\":\"password\",\"minLength\":1,\"maxLength\":" +
             std::to_string(T::kMax) + "}";
    else if constexpr (is_optional<T>)
      return "{\"anyOf\":[" + of<typename T::value_type>() + ",{\"type\":\"null\"}]}";
    else if constexpr (is_vector<T>)
      return "{\"type\":\"array\",\"items\":" + of<typename T::value_type>() + "}";
    else if constexpr (Enum<T>)
      return reference(type_name<T>(), full_name<T>(), [&] { return enumeration<T>(); });
    else if constexpr (Struct<T>)
      return written_ ? written<T>(type_name<T>() + "Input", [&] { return object<T>(true); })
                      : reference(type_name<T>(), full_name<T>(), [&] { return object<T>(true); });
    else
      return R"({"type":"string"})";
  }

  /// What people may write of T: its own members, all optional where `patch`.
  template <class T>
  std::string input_of(bool patch) {
    return written<T>(type_name<T>() + (patch ? "Patch" : "Input"),
                      [&] { return object<T, OwnMembers>(!patch, true); });
  }

  /// A body that is no entity's: of its members, those are required that cannot be missing.
  template <class T>
  std::string body_of() {
    return written<T>(type_name<T>(), [&] { return object<T>(true); });
  }

  std::map<std::string, std::string> components;

 private:
  template <class T>
  static std::string full_name() {
    return demangle(typeid(T).name());
  }
  template <class T>
  static std::string type_name() {
    const auto name = full_name<T>();
    return name.substr(name.rfind(':') + 1);
  }
  static std::string demangle(const char* name);

  /// The component called `name`, made where it is new. `owner` is what it describes.
  template <class F>
  std::string reference(const std::string& name, const std::string& owner, F make) {
    claim(name, owner);
    if (!components.contains(name)) {
      components[name];  // holds the place while members of the same type are described
      components[name] = make();
    }
    return "{\"$ref\":\"#/components/schemas/" + name + "\"}";
  }
  void claim(const std::string& name, const std::string& owner);

  /// A component for what is read, which may lack what an answer always has.
  template <class T, class F>
  std::string written(const std::string& name, F make) {
    const bool outer = std::exchange(written_, true);
    auto out = reference(name, "what is written of " + full_name<T>(), make);
    written_ = outer;
    return out;
  }

  template <class T>
  static std::string enumeration() {
    std::string out = R"({"type":"string","enum":[)";
    bool first = true;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) {
      out += (first ? "\"" : ",\"") + std::string(plain_name(d.name)) + "\"";
      first = false;
    });
    return out + "]}";
  }

  template <class T, class Which = AllMembers>
  std::string object(bool with_required, bool with_envelope = false) {
    std::string properties;
    std::string required;
    for_each_member<T, Which>([&](std::string_view name, auto pointer) {
      using Member = std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>;
      const auto key = "\"" + json_name(name) + "\"";
      properties += (properties.empty() ? "" : ",") + key + ":" + of<Member>();
      if (with_required && !(written_ && may_be_missing<Member>()))
        required += (required.empty() ? "" : ",") + key;
    });
    const auto also = [&](const std::string& key, const char* schema) {
      if (properties.find(key) != properties.npos) return;  // a member of its own
      properties += (properties.empty() ? "" : ",") + key + schema;
    };
    if (with_envelope) {
      also("\"id\":", R"({"type":"string","format":"uuid"})");
      also("\"reason\":", R"({"type":"string","maxLength":1000})");
    }
    return "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{" + properties +
           "},\"required\":[" + required + "]}";
  }

  bool written_ = false;  ///< what is described is read, not answered
  std::map<std::string, std::string> owners_;
};

}  // namespace takt::mapping
