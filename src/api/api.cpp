#include "api/api.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <set>

#include "access/api_token.hpp"
#include "access/get.hpp"
#include "access/secrets.hpp"
#include "access/session.hpp"
#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "domain/text.hpp"
#include "store/zone.hpp"

namespace takt::api {

Id Call::id(std::size_t n) const {
  const auto found = domain::parse_id(captured.at(n));
  if (!found) throw Problem::not_found();
  return *found;
}

int Call::version() const {
  if (!route.names_version)
    throw std::logic_error(route.path + " reads a version that it does not declare");
  std::string_view text = request.header("if-match");
  if (text.empty())
    throw Problem(Problem::Kind::precondition_required, "version_required",
                  "Name the version you saw in If-Match.");
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  int version = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), version);
  if (end.ec != std::errc{} || end.ptr != text.data() + text.size())
    throw Problem(Problem::Kind::malformed, "broken_version",
                  "If-Match must be a version like \"3\".");
  return version;
}

std::string Call::declared(std::string_view name) const {
  for (const auto& parameter : route.query)
    if (parameter.name == name) return request.parameter(name);
  throw std::logic_error(route.path +
                         " reads a parameter that it does not declare: " + std::string(name));
}

namespace {

/// Whatever its parameters: `application/json; charset=utf-8` is JSON, `application/jsonx` is not.
bool is_json(std::string_view content_type) {
  auto type = content_type.substr(0, content_type.find(';'));
  while (type.ends_with(' ') || type.ends_with('\t')) type.remove_suffix(1);
  return std::ranges::equal(type, std::string_view("application/json"), [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  });
}

}  // namespace

boost::json::value json_body(const http::Request& request) {
  if (!is_json(request.header("content-type")))
    throw Problem(Problem::Kind::unsupported, "not_json", "Send the body as application/json.");
  return mapping::parse_json(request.body);
}

Envelope read_envelope(const boost::json::value& body, mapping::Errors& errors) {
  Envelope envelope;
  const auto* object = body.if_object();
  if (!object) return envelope;
  if (const auto* id = object->if_contains("id")) {
    Id value;
    mapping::read_json(*id, value, "/id", errors);
    if (!value.empty()) envelope.id = value;
  }
  if (const auto* reason = object->if_contains("reason"))
    mapping::read_text(*reason, envelope.reason, 0, Reason::kMax, false, "/reason", errors);
  return envelope;
}

http::Response json_response(std::string json, int status) {
  http::Response response;
  response.status = status;
  response.body = std::move(json);
  response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
  return response;
}

http::Response no_content() {
  http::Response response;
  response.status = 204;
  return response;
}

namespace {

int status_of(Problem::Kind kind) {
  switch (kind) {
    case Problem::Kind::invalid:
      return 422;
    case Problem::Kind::malformed:
      return 400;
    case Problem::Kind::unauthenticated:
      return 401;
    case Problem::Kind::forbidden:
      return 403;
    case Problem::Kind::not_found:
      return 404;
    case Problem::Kind::conflict:
      return 409;
    case Problem::Kind::stale:
      return 412;
    case Problem::Kind::precondition_required:
      return 428;
    case Problem::Kind::too_large:
      return 413;
    case Problem::Kind::unsupported:
      return 415;
    case Problem::Kind::too_many:
      return 429;
  }
  return 500;
}

void append_member(std::string& json, std::string_view name, std::string_view text) {
  json += ",\"" + std::string(name) + "\":";
  mapping::write_json_string(json, text);
}

std::string problem_json(int status, std::string_view code, std::string_view detail) {
  std::string json = "{\"status\":" + std::to_string(status);
  append_member(json, "type", "about:blank");
  append_member(json, "title", code);
  append_member(json, "code", code);
  append_member(json, "detail", detail);
  return json;
}

http::Response problem_answer(std::string json, int status) {
  auto response = json_response(std::move(json), status);
  response.headers[0].second = "application/problem+json";
  return response;
}

/// Takes the next step of a path off it.
std::string_view take_step(std::string_view& path) {
  path.remove_prefix(1);
  const auto step = path.substr(0, path.find('/'));
  path.remove_prefix(step.size());
  return step;
}

/// PostgreSQL takes nothing else, and no name is written otherwise.
void refuse_unreadable(const std::string& what, std::string_view text) {
  const auto refuse = [&](std::string_view why) {
    throw Problem(Problem::Kind::malformed, "broken_text", what + std::string(why));
  };
  if (!domain::is_utf8(text)) refuse(" is not in UTF-8.");
  if (text.find('\0') != text.npos) refuse(" has the character U+0000 in it, which no text has.");
}

void refuse_unreadable_address(const http::Request& request) {
  refuse_unreadable("The path of the address", request.path);
  const auto names = request.parameter_names();
  for (const auto& name : names) refuse_unreadable("The name of a parameter", name);
  // Half a letter is not in UTF-8 either, which would say less.
  if (const auto name = request.badly_encoded_parameter())
    throw Problem(Problem::Kind::malformed, "broken_text",
                  "The parameter \"" + *name +
                      "\" has a percent sign without two hexadecimal digits after it.");
  for (const auto& name : names)
    refuse_unreadable("The parameter \"" + name + "\"", request.parameter(name));
}

bool writes(const std::string& method) { return method != "GET" && method != "HEAD"; }

/// A misspelt filter would pass for an answer to what was asked; so would one of two.
void refuse_unknown_parameters(const Call& call) {
  mapping::Errors errors;
  std::set<std::string> seen;
  for (const auto& name : call.request.parameter_names()) {
    const bool again = !seen.insert(name).second;
    if (std::ranges::find(call.route.query, name, &QueryParameter::name) == call.route.query.end())
      mapping::add_error(errors, mapping::child_pointer("", name), "unknown_parameter",
                         "is not a parameter here");
    else if (again)
      mapping::add_error(errors, mapping::child_pointer("", name), "repeated",
                         "must be given only once");
  }
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

/// What is sent where nothing is read would pass for stored.
void refuse_unread_body(const Call& call) {
  if (call.request.body.empty()) return;
  // It has no meaning there, and to a server on the way may be another request (RFC 9110, 9.3.1).
  if (!writes(call.route.method))
    throw Problem(Problem::Kind::malformed, "broken_request",
                  "A GET takes no body; what it asks for stands in the address.");
  if (!call.route.body_schema.empty()) return;
  Nothing nothing;
  mapping::Errors errors;
  mapping::read_object<Nothing>(json_body(call.request), nothing, "", errors);
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

}  // namespace

http::Response plain_problem(int status, std::string_view code, std::string_view detail) {
  return problem_answer(problem_json(status, code, detail) + "}", status);
}

http::Response problem_response(const Problem& problem) {
  const int status = status_of(problem.kind);
  std::string json = problem_json(status, problem.code, problem.detail);
  if (!problem.fields.empty()) {
    json += ",\"errors\":[";
    for (std::size_t i = 0; i < problem.fields.size(); ++i) {
      json += i ? ",{\"pointer\":" : "{\"pointer\":";
      mapping::write_json_string(json, problem.fields[i].pointer);
      append_member(json, "code", problem.fields[i].code);
      append_member(json, "detail", problem.fields[i].detail);
      json += '}';
    }
    json += ']';
  }
  if (!problem.current.empty()) json += ",\"current\":" + problem.current;
  auto response = problem_answer(json + "}", status);
  if (problem.kind == Problem::Kind::too_many)
    response.headers.emplace_back("Retry-After", std::to_string(problem.wait.count()));
  return response;
}

std::string loggable(std::string_view path) {
  constexpr std::size_t kLongestId = 37;  // with its slash; a secret has 43 letters
  std::string lower;
  for (const char c : path) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  // Anywhere: a path that misses its page by a slash or a letter holds the secret all the same.
  for (const std::string_view secret_follows :
       {"/invitation/", "/invitations/", "/calendar/", "/shared/"})
    if (const auto at = lower.find(secret_follows); at != lower.npos)
      return std::string(path.substr(0, at + secret_follows.size())) + "…";
  // What is as long as a secret is one whose page was misspelt; ids are shorter, files have a dot.
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at + 1), path.size());
    const auto step = path.substr(at, end - at);
    const bool secret = step.size() > kLongestId && step.find('.') == step.npos;
    out += secret ? "/…" : step;
    at = end;
  }
  return out;
}

std::string csrf_token(const std::string& session_token) {
  return access::token_hash("csrf:" + session_token).substr(0, 32);
}

namespace {

bool reads(const http::Request& request) {
  return request.method == "GET" || request.method == "HEAD";
}

}  // namespace

/// What another server on the same PostgreSQL has just stored may be unknown here for a moment:
/// whoever wrote it, or heard of it, must not be shown less. SQLite has one server only.
bool Router::asks_anew(const http::Request& request) const {
  return !context_.database.is_sqlite() &&
         (!reads(request) || !request.cookie(kAnewCookie).empty());
}

http::Response Router::handle(const http::Request& request) {
  auto found = match(request);
  const std::string_view path = found.route ? std::string_view(found.route->path) : "";
  std::optional<store::AskAnew> anew;
  if (asks_anew(request)) anew.emplace();
  auto response = answered(request, std::move(found));
  response.route = path;
  // Whatever came of it: who was refused wants to see why. The page sets it too, so it may.
  if (!context_.database.is_sqlite() && !reads(request))
    response.headers.emplace_back(
        "Set-Cookie", std::string(kAnewCookie) + "=1; Path=/; Secure; SameSite=Lax; Max-Age=2");
  return response;
}

http::Response Router::answered(const http::Request& request, Match match) {
  const auto tell = [&](const std::exception& error) {
    spdlog::error("{} {} failed: {}", request.method, loggable(request.path), error.what());
  };
  try {
    return run(request, std::move(match));
  } catch (const Problem& problem) {
    return problem_response(problem);
  } catch (const store::NoSpace& error) {
    tell(error);
    return plain_problem(507, "no_space", "The database has no room left; nothing was stored.");
  } catch (const store::Unavailable& error) {
    tell(error);
    auto response = plain_problem(503, "unavailable", "The database does not answer right now.");
    response.headers.emplace_back("Retry-After", "5");
    return response;
  } catch (const std::exception& error) {
    tell(error);
    return plain_problem(500, "failed",
                         "Something went wrong here. The request's id is " + request.id + ".");
  }
}

Router::Step& Router::step_of(std::string_view path) {
  std::size_t at = 0;
  while (!path.empty()) {
    const auto step = take_step(path);
    auto& next = step.starts_with('{') ? steps_[at].captured : steps_[at].named[std::string(step)];
    const bool is_new = next == 0;
    if (is_new) next = steps_.size();
    at = next;
    if (is_new) steps_.emplace_back();
  }
  return steps_[at];
}

bool Router::find(const Step& step, std::string_view path, std::string_view method,
                  Match& match) const {
  if (path.empty()) {
    for (const auto route : step.routes) {
      match.path_known = true;
      if (routes_[route].method != method) continue;
      match.route = &routes_[route];
      return true;
    }
    return false;
  }
  if (!path.starts_with('/')) return false;
  const auto here = take_step(path);
  const auto named = step.named.find(here);
  if (named != step.named.end() && find(steps_[named->second], path, method, match)) return true;
  if (step.captured == 0) return false;
  match.captured.emplace_back(here);
  if (find(steps_[step.captured], path, method, match)) return true;
  match.captured.pop_back();
  return false;
}

Router::Match Router::match(const http::Request& request) const {
  Match match;
  find(steps_.front(), request.path, request.method == "HEAD" ? "GET" : request.method, match);
  return match;
}

Call Router::call_of(const http::Request& request, Match match) {
  const auto bearer = request.header("authorization");
  Call call{request,
            bearer.starts_with("Bearer ")
                ? access::token_caller(context_, std::string(bearer.substr(7)))
                : access::caller_of(context_, request.cookie(kCookie)),
            *match.route, std::move(match.captured)};
  // What a browser calls its zone may be newer than what is known here: then it is of no use.
  const auto browsers = request.header("x-takt-time-zone");
  if (call.caller.time_zone.empty() && store::is_zone(browsers))
    call.caller.time_zone = domain::Word(std::string(browsers));
  return call;
}

std::optional<http::Response> Router::at_hand(const http::Request& request) {
  if (request.method != "GET" || !request.body.empty() || asks_anew(request)) return {};
  auto found = match(request);
  if (!found.route || !found.route->at_hand) return {};
  const store::Database::Express express(context_.database);
  try {
    auto call = call_of(request, std::move(found));
    if (call.caller.user.empty() || call.caller.scope) return {};
    refuse_unknown_parameters(call);
    auto response = call.route.at_hand(call);
    if (response) response->route = call.route.path;
    return response;
  } catch (const Problem&) {
    return {};
  } catch (const store::NotAtHand&) {
    return {};
  }
}

http::Response Router::run(const http::Request& request, Match match) {
  refuse_unreadable_address(request);
  if (!match.route && match.path_known)
    return plain_problem(405, "method", "This address does not know " + request.method + ".");
  if (!match.route) throw Problem::not_found();
  auto call = call_of(request, std::move(match));
  const auto& route = call.route;
  const bool with_token = call.caller.scope.has_value();
  // Not even what anybody may: it would be told who made the token.
  if (with_token && route.permission != Permission::feed)
    throw Problem(Problem::Kind::forbidden, "not_allowed", "This token only writes KPI values.");
  if (route.permission != Permission::anyone) {
    if (call.caller.user.empty())
      throw Problem(Problem::Kind::unauthenticated, "sign_in", "Please sign in.");
    if (!with_token && writes(request.method) &&
        request.header("x-takt-csrf") != csrf_token(request.cookie(kCookie)))
      throw Problem(Problem::Kind::forbidden, "csrf",
                    "The X-Takt-CSRF header is missing or wrong.");
    // Who may do what in an account, the service decides where it knows the account.
    if (route.permission == Permission::steer || route.permission == Permission::administer)
      access::require(context_, call.caller, route.permission);
  }
  refuse_unknown_parameters(call);
  refuse_unread_body(call);
  return route.run(call);
}

}  // namespace takt::api
