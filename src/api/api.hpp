#pragma once
// Routes, declared once: method, path, permission, a sentence and a name, and what the handler
// reads besides the path and the body. Routing, reading, problem+json and the OpenAPI document
// follow from the declaration; docs/api.md says it for clients.

#include <map>
#include <set>

#include "access/caller.hpp"
#include "access/context.hpp"
#include "domain/access.hpp"
#include "domain/signal.hpp"
#include "http/message.hpp"
#include "mapping/schema.hpp"

namespace takt::api {

using domain::Id;
using domain::Permission;
using domain::Problem;

/// Why something is changed, as the change log keeps it.
using Reason = domain::Text<1000>;

struct Route;

/// One request on its way through a route.
struct Call {
  const http::Request& request;
  access::Caller caller;
  const Route& route;
  std::vector<std::string> captured{};  ///< what stands for {…} in the path

  /// The n-th {…} of the path as an id; not_found where it is none.
  Id id(std::size_t n = 0) const;
  /// The n-th {…} of the path as a T that is no id; not_found where it is none.
  template <class T>
  T captured_as(std::size_t n) const {
    T out{};
    mapping::Errors errors;
    mapping::read_json(boost::json::value(captured.at(n)), out, "", errors);
    if (!errors.empty()) throw Problem::not_found();
    return out;
  }
  /// The version that the write names in If-Match. Throws precondition_required without one.
  int version() const;
  /// A parameter of the query; no value where it is missing or empty. Throws invalid, as a wrong
  /// field would, and std::logic_error where the route does not declare it.
  template <class T>
  std::optional<T> parameter(std::string_view name) const {
    const auto text = declared(name);
    if (text.empty()) return {};
    T out{};
    mapping::Errors errors;
    mapping::read_json(mapping::from_text<T>(text), out, "/" + std::string(name), errors);
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
    return out;
  }
  bool flag(std::string_view name) const { return parameter<bool>(name).value_or(false); }
  /// Why, from the query of a request without a body.
  std::string reason() const { return parameter<Reason>("reason").value_or(Reason{}); }

 private:
  std::string declared(std::string_view name) const;
};

/// A parameter of the query that a route reads.
struct QueryParameter {
  std::string name;
  std::string schema;
  std::string meaning;
};

struct Route {
  std::string method;
  std::string path;
  Permission permission = Permission::signed_in;
  std::string summary;
  std::string body_schema;    ///< JSON schema, empty for no body
  std::string answer_schema;  ///< empty for no answer
  std::function<http::Response(Call&)> run;
  /// The answer where it is at hand: from memory, after an indexed read at most.
  std::function<std::optional<http::Response>(Call&)> at_hand{};

  std::string operation{};  ///< its name for clients, e.g. listKeyResults
  std::string term{};       ///< what it belongs to
  std::vector<QueryParameter> query{};
  std::map<std::string, std::string, std::less<>> captures{};  ///< schemas of {…} that are no ids
  int status = 200;                                            ///< where all goes well
  std::string media{};                                         ///< of an answer that is no JSON
  std::string body_media{};                                    ///< of a body that is no JSON
  bool answers_entity = false;                                 ///< with its version as ETag
  bool names_version = false;  ///< the write names the version it saw in If-Match
  bool takes_large = false;    ///< a body of more than 1 MiB
  bool keeps_page = false;     ///< ETag, and 304 for whoever has it
  bool takes_long = false;     ///< is answered apart, so that nothing else waits for it
  std::set<int> refusals{};    ///< besides those that follow from the rest
};

/// The declaration of a route, going on: what is not in it, the route neither reads nor answers.
class Declaration {
 public:
  Declaration(Route& route, mapping::Schemas& schemas) : route_(route), schemas_(schemas) {}

  Declaration& named(std::string operation) {
    route_.operation = std::move(operation);
    return *this;
  }
  template <class T>
  Declaration& reads(std::string name, std::string meaning) {
    route_.query.push_back({std::move(name), schemas_.of<T>(), std::move(meaning)});
    return *this;
  }
  /// What stands for a {name} of the path that is no id.
  template <class T>
  Declaration& captures(const std::string& name) {
    route_.captures[name] = schemas_.of<T>();
    return *this;
  }
  Declaration& reads_reason() { return reads<Reason>("reason", "Why, for the change log."); }
  Declaration& reads_archived() { return reads<bool>("archived", "Archived ones, too."); }
  Declaration& names_version() {
    route_.names_version = true;
    return *this;
  }
  Declaration& creates() {
    route_.status = 201;
    return *this;
  }
  Declaration& keeps_page() {
    route_.keeps_page = true;
    return *this;
  }
  Declaration& takes_large() {
    route_.takes_large = true;
    return *this;
  }
  /// A file as the body.
  Declaration& takes_file(std::string_view media) {
    route_.body_media = media;
    route_.body_schema = R"({"type":"string"})";
    route_.takes_large = true;
    return *this;
  }
  /// Taken, and done later.
  Declaration& accepts() {
    route_.status = 202;
    return *this;
  }
  Declaration& answers(std::string media) {
    route_.media = std::move(media);
    route_.status = 200;
    return *this;
  }
  /// A file that is made for the answer, which takes a while.
  Declaration& answers_file(std::string_view media) {
    route_.takes_long = true;
    return answers(std::string(media));
  }
  Declaration& refuses(int status) {
    route_.refusals.insert(status);
    return *this;
  }

 private:
  Route& route_;
  mapping::Schemas& schemas_;
};

/// Body of a create or of a change: what people may write of T.
template <class T>
struct Input {};
template <class T>
struct Patch {};

/// Envelope of a create: an id of the client's making, and why.
struct Envelope {
  std::optional<Id> id;
  std::string reason;
};

/// The body as JSON. Throws malformed for anything unreadable, unsupported for another content
/// type.
boost::json::value json_body(const http::Request& request);

/// Reads `id` and `reason`; wrong ones are added to `errors`.
Envelope read_envelope(const boost::json::value& body, mapping::Errors& errors);

/// The body as T: every wrong field is reported at once.
template <class T>
T read_body(const http::Request& request) {
  T out{};
  mapping::Errors errors;
  mapping::read_object<T>(json_body(request), out, "", errors);
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  return out;
}

http::Response json_response(std::string json, int status = 200);

/// 204: done, and nothing to tell.
http::Response no_content();

template <class T>
http::Response answer(const T& value, int status = 200) {
  return json_response(mapping::to_json(value), status);
}

/// An entity with its version as ETag and, where it is new, its address.
template <class T>
http::Response entity_answer(const T& entity, int status = 200) {
  auto response = answer(entity, status);
  response.headers.emplace_back("ETag", '"' + std::to_string(entity.version) + '"');
  if (status == 201)
    response.headers.emplace_back("Location",
                                  "/api/v1/" + std::string(T::kCollection) + "/" + entity.id.text);
  return response;
}

/// A request's path as logs keep it: without the secrets of one-time links and calendars.
std::string loggable(std::string_view path);

http::Response problem_response(const Problem& problem);
http::Response plain_problem(int status, std::string_view code, std::string_view detail);

class Router {
 public:
  explicit Router(access::Context& context) : context_(context) {}

  template <class Body, class Answer>
  Declaration add(std::string method, std::string path, Permission permission, std::string summary,
                  std::function<http::Response(Call&)> run) {
    Route route{std::move(method), std::move(path), permission, std::move(summary), "", "",
                std::move(run)};
    route.body_schema = body_schema<Body>();
    if constexpr (std::is_void_v<Answer>) {
      route.status = 204;
    } else {
      route.answer_schema = schemas_.of<Answer>();
      route.answers_entity = requires(Answer answer) { answer.version; };
    }
    route.term = terms_.empty() ? "" : terms_.back().name;
    step_of(route.path).routes.push_back(routes_.size());
    routes_.push_back(std::move(route));
    return {routes_.back(), schemas_};
  }

  /// What the routes that follow belong to, and a sentence about it.
  void begin(std::string term, std::string sentence) {
    terms_.push_back({std::move(term), std::move(sentence)});
  }

  const std::vector<Route>& routes() const { return routes_; }
  access::Context& context() { return context_; }

  /// Finds the route, knows the caller, checks the CSRF header, runs, and turns problems into
  /// answers. 404 for no route, 405 for another method.
  http::Response handle(const http::Request& request);

  /// Says how the route just added answers where nothing has to be waited for.
  void answer_at_hand(std::function<std::optional<http::Response>(Call&)> at_hand) {
    routes_.back().at_hand = std::move(at_hand);
  }
  /// The answer where it is at hand; no value for everything else, refusals included. Never waits
  /// for a session.
  std::optional<http::Response> at_hand(const http::Request& request);

  /// Whether the request's route takes a large body, as its method and path tell.
  bool takes_large(const http::Request& request) const {
    const auto found = match(request);
    return found.route && found.route->takes_large;
  }

  /// Whether the request's route takes long to answer, as its method and path tell.
  bool takes_long(const http::Request& request) const {
    const auto found = match(request);
    return found.route && found.route->takes_long;
  }

  /// The OpenAPI 3.1 document of all routes.
  std::string openapi();

 private:
  struct Term {
    std::string name, sentence;
  };
  /// The JSON schema of a body; empty for none.
  template <class Body>
  std::string body_schema() {
    if constexpr (std::is_void_v<Body>)
      return {};
    else
      return body_schema_of(static_cast<Body*>(nullptr));
  }
  template <class T>
  std::string body_schema_of(Input<T>*) {
    return schemas_.input_of<T>(false);
  }
  template <class T>
  std::string body_schema_of(Patch<T>*) {
    return schemas_.input_of<T>(true);
  }
  template <class T>
  std::string body_schema_of(T*) {
    return schemas_.body_of<T>();
  }
  struct Match {
    const Route* route = nullptr;
    bool path_known = false;  ///< by another method, at least
    std::vector<std::string> captured{};
  };
  /// The routes by the steps of their paths, found by position.
  struct Step {
    std::map<std::string, std::size_t, std::less<>> named{};  ///< further steps
    std::size_t captured = 0;                                 ///< that for {…}; 0: none
    std::vector<std::size_t> routes{};                        ///< whose paths end here
  };
  Match match(const http::Request& request) const;
  /// Whether a route is found below `step` for the rest of a path. A named step goes before {…}.
  bool find(const Step& step, std::string_view path, std::string_view method, Match& match) const;
  Step& step_of(std::string_view path);
  http::Response run(const http::Request& request, Match match);
  /// The answer, problems included.
  http::Response answered(const http::Request& request, Match match);
  /// Who asks, by cookie or token.
  bool asks_anew(const http::Request& request) const;
  Call call_of(const http::Request& request, Match match);
  access::Context& context_;
  mapping::Schemas schemas_;
  std::vector<Term> terms_;
  std::vector<Route> routes_;
  std::vector<Step> steps_{1};
};

/// What a write has to send in X-Takt-CSRF: derived from the session's token.
std::string csrf_token(const std::string& session_token);

inline constexpr std::string_view kCookie = "__Host-takt";
/// Says for two seconds that this browser has written, or heard what was.
inline constexpr std::string_view kAnewCookie = "__Host-takt-anew";

}  // namespace takt::api
