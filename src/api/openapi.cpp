// The OpenAPI document: nothing here that the declarations of the routes do not say.
#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "api/api.hpp"

namespace takt::api {
namespace {

namespace json = boost::json;
using Components = std::map<std::string, json::value>;

/// A value that fits a schema, the same each time; `name` is what it is called where it stands.
json::value example(const Components& components, const json::object& schema, std::string_view name,
                    int depth = 0) {
  const auto number = [&](const char* key, std::int64_t otherwise) {
    const auto* found = schema.if_contains(key);
    return found ? found->to_number<std::int64_t>() : otherwise;
  };
  if (const auto* reference = schema.if_contains("$ref")) {
    const std::string_view target = reference->get_string();
    const std::string component(target.substr(target.rfind('/') + 1));
    return example(components, components.at(component).as_object(), name, depth + 1);
  }
  if (const auto* choices = schema.if_contains("anyOf")) {
    if (depth > 3) return nullptr;
    return example(components, choices->as_array().front().as_object(), name, depth);
  }
  if (const auto* choices = schema.if_contains("enum")) return choices->as_array().front();
  const auto* type_of = schema.if_contains("type");
  const std::string_view type = type_of ? std::string_view(type_of->get_string()) : "object";
  if (type == "boolean") return true;
  if (type == "integer")
    return std::clamp<std::int64_t>(1, number("minimum", 1), number("maximum", 1));
  if (type == "number") return 0.4;
  if (type == "array") {
    json::array list;
    if (depth <= 3)
      list.push_back(example(components, schema.at("items").as_object(), name, depth + 1));
    return list;
  }
  if (type == "object") {
    json::object object;
    if (const auto* properties = schema.if_contains("properties"))
      for (const auto& [key, property] : properties->as_object())
        object[key] = example(components, property.as_object(), key, depth + 1);
    return object;
  }
  const auto* format = schema.if_contains("format");
  const std::string_view kind = format ? std::string_view(format->get_string()) : "";
  if (kind == "uuid") return "01932f00-0000-7000-8000-000000000001";
  if (kind == "date") return "2026-11-24";
  if (kind == "date-time") return "2026-11-24T09:30:00.000Z";
  std::string text(name);
  while (std::ssize(text) < number("minLength", 0)) text += name;
  return json::string(text.substr(0, static_cast<std::size_t>(number("maxLength", 1000))));
}

json::value reference(std::string_view kind, std::string_view name) {
  return {{"$ref", "#/components/" + std::string(kind) + '/' + std::string(name)}};
}

struct Refusal {
  int status;
  std::string_view name;
  std::string_view meaning;
};

constexpr Refusal kRefusals[] = {
    {400, "Malformed", "The request cannot be read."},
    {401, "NotSignedIn", "Nobody is signed in, or the password is wrong."},
    {403, "Forbidden", "The caller may see this, but not do it; or X-Takt-CSRF is wrong."},
    {404, "NotFound", "There is nothing here that the caller can see."},
    {409, "Conflict", "The rules forbid this now."},
    {412, "Stale", "Somebody else changed it; `current` is the present state."},
    {413, "TooLarge", "The body is larger than is taken here."},
    {415, "NotJson", "The body is not application/json, or no file of the kind that is taken."},
    {422, "Invalid", "Fields or parameters are wrong; `errors` names each."},
    {428, "VersionRequired", "If-Match is missing."},
    {429, "TooMany", "Too many attempts; Retry-After says how long to wait."},
    {500, "Failed", "Something went wrong in the server."},
    {503, "Unavailable", "The database does not answer; worth another try after Retry-After."},
    {507, "NoSpace", "The database has no room left; nothing was stored."},
};

bool is_read(const Route& route) { return route.method == "GET"; }

std::set<int> refusals_of(const Route& route) {
  auto out = route.refusals;
  // A token is refused even where anybody may come.
  out.insert({400, 403, 422, 500, 503});
  if (route.permission != Permission::anyone) out.insert(401);
  const auto is_id = [](const QueryParameter& parameter) {
    return parameter.schema.find("\"uuid\"") != std::string::npos;
  };
  if (route.path.find('{') != route.path.npos || std::ranges::any_of(route.query, is_id))
    out.insert(404);
  if (!is_read(route)) out.insert({409, 413, 507});
  if (!route.body_schema.empty()) out.insert(415);
  if (route.names_version) out.insert({412, 428});
  return out;
}

json::object problem_schema() {
  const json::value text{{"type", "string"}};
  return {{"type", "object"},
          {"description", "Problem details (RFC 9457). docs/api.md lists the codes."},
          {"additionalProperties", false},
          {"properties",
           {{"status", {{"type", "integer"}, {"minimum", 400}, {"maximum", 599}}},
            {"type", text},
            {"title", text},
            {"code", text},
            {"detail", text},
            {"errors", {{"type", "array"}, {"items", reference("schemas", "FieldError")}}},
            {"current", json::object{{"description", "The present state, where it is stale."}}}}},
          {"required", {"status", "type", "title", "code", "detail"}}};
}

json::array parameters_of(const Route& route) {
  json::array out;
  for (auto at = route.path.find('{'); at != route.path.npos; at = route.path.find('{', at + 1)) {
    const auto name = route.path.substr(at + 1, route.path.find('}', at) - at - 1);
    json::object schema{{"type", "string"}};
    if (const auto declared = route.captures.find(name); declared != route.captures.end())
      schema = json::parse(declared->second).as_object();
    else if (name == "date")
      schema["format"] = "date";
    else if (name != "token")
      schema["format"] = "uuid";
    out.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", schema}});
  }
  for (const auto& parameter : route.query)
    out.push_back({{"name", parameter.name},
                   {"in", "query"},
                   {"required", false},
                   {"description", parameter.meaning},
                   {"schema", json::parse(parameter.schema)}});
  if (route.names_version) out.push_back(reference("parameters", "IfMatch"));
  if (route.keeps_page) out.push_back(reference("parameters", "IfNoneMatch"));
  return out;
}

json::array security_of(const Route& route) {
  if (route.permission == Permission::anyone) return {};
  json::object session{{"session", json::array{}}};
  if (!is_read(route)) session["csrf"] = json::array{};
  json::array out{session};
  if (route.permission == Permission::feed) out.push_back(json::object{{"token", json::array{}}});
  return out;
}

json::object content(const Components& components, const std::string& schema) {
  const auto parsed = json::parse(schema);
  return {{"application/json",
           {{"schema", parsed}, {"example", example(components, parsed.as_object(), "text")}}}};
}

json::object success_of(const Components& components, const Route& route) {
  json::object out{{"description", route.status == 201   ? "Made."
                                   : route.status == 202 ? "Taken; it is done later."
                                   : route.status == 204 ? "Done; there is nothing to tell."
                                                         : "The answer."}};
  json::object headers;
  if (route.answers_entity || route.keeps_page) headers["ETag"] = reference("headers", "ETag");
  if (route.answers_entity && route.status == 201)
    headers["Location"] = reference("headers", "Location");
  if (!headers.empty()) out["headers"] = headers;
  if (!route.media.empty())
    out["content"] = {{route.media, {{"schema", {{"type", "string"}}}}}};
  else if (!route.answer_schema.empty())
    out["content"] = content(components, route.answer_schema);
  return out;
}

json::object operation_of(const Components& components, const Route& route) {
  json::object out{
      {"operationId", route.operation},  {"summary", route.summary},
      {"tags", json::array{route.term}}, {"x-permission", mapping::enum_text(route.permission)},
      {"security", security_of(route)},  {"parameters", parameters_of(route)}};
  if (!route.body_media.empty())
    out["requestBody"] = {
        {"required", true},
        {"content", {{route.body_media, {{"schema", json::parse(route.body_schema)}}}}}};
  else if (!route.body_schema.empty())
    out["requestBody"] = {{"required", true}, {"content", content(components, route.body_schema)}};
  json::object responses{{std::to_string(route.status), success_of(components, route)}};
  if (route.keeps_page)
    responses["304"] = {{"description", "It is as the caller has it."},
                        {"headers", {{"ETag", reference("headers", "ETag")}}}};
  for (const auto& [status, name, meaning] : kRefusals)
    if (refusals_of(route).contains(status))
      responses[std::to_string(status)] = reference("responses", name);
  out["responses"] = responses;
  return out;
}

json::object headers() {
  const json::value text{{"type", "string"}};
  return {
      {"ETag",
       {{"description", "The version of what is answered, for If-Match or If-None-Match."},
        {"required", true},
        {"schema", text}}},
      {"Location",
       {{"description", "The address of what was made."}, {"required", true}, {"schema", text}}},
      {"RetryAfter",
       {{"description", "Seconds until it is worth another try."},
        {"required", true},
        {"schema", {{"type", "integer"}, {"minimum", 1}}}}}};
}

json::object parameters() {
  const json::value text{{"type", "string"}};
  return {{"IfMatch",
           {{"name", "If-Match"},
            {"in", "header"},
            {"required", true},
            {"description", "The version that the writer saw, as ETag and `version` told it."},
            {"schema", text},
            {"example", "\"3\""}}},
          {"IfNoneMatch",
           {{"name", "If-None-Match"},
            {"in", "header"},
            {"required", false},
            {"description", "The ETag of the page that the reader has."},
            {"schema", text}}}};
}

json::object security_schemes() {
  return {{"session",
           {{"type", "apiKey"},
            {"in", "cookie"},
            {"name", kCookie},
            {"description", "The cookie that a sign-in sets."}}},
          {"csrf",
           {{"type", "apiKey"},
            {"in", "header"},
            {"name", "X-Takt-CSRF"},
            {"description", "`csrf` of the session, sent with every write."}}},
          {"token",
           {{"type", "http"},
            {"scheme", "bearer"},
            {"description", "An API token of an account: writes KPI values, nothing else."}}}};
}

json::object responses() {
  json::object out;
  for (const auto& [status, name, meaning] : kRefusals) {
    json::object response{{"description", meaning}};
    if (status == 429 || status == 503)
      response["headers"] = {{"Retry-After", reference("headers", "RetryAfter")}};
    response["content"] = {
        {"application/problem+json", {{"schema", reference("schemas", "Problem")}}}};
    out[name] = response;
  }
  return out;
}

}  // namespace

std::string Router::openapi() {
  schemas_.of<domain::FieldError>();
  Components components;
  for (const auto& [name, schema] : schemas_.components) components[name] = json::parse(schema);

  std::map<std::string, json::object> by_path;
  for (const auto& route : routes_) {
    std::string method = route.method;
    for (auto& c : method) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    by_path[route.path][method] = operation_of(components, route);
  }
  json::object paths;
  for (auto& [path, operations] : by_path) paths[path] = std::move(operations);
  json::array tags;
  for (const auto& [name, sentence] : terms_)
    tags.push_back({{"name", name}, {"description", sentence}});
  json::object schemas{{"Problem", problem_schema()}};
  for (auto& [name, schema] : components) schemas[name] = std::move(schema);

  return json::serialize(json::object{
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Takt"},
        {"version", "1"},
        {"description", "OKRs for key accounts. docs/api.md says what holds for all operations."},
        {"license", {{"name", "Apache License 2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"servers", json::array{{{"url", "/"}, {"description", "Where this document came from."}}}},
      {"tags", tags},
      {"paths", paths},
      {"components",
       {{"schemas", schemas},
        {"responses", responses()},
        {"parameters", parameters()},
        {"headers", headers()},
        {"securitySchemes", security_schemes()}}}});
}

}  // namespace takt::api
