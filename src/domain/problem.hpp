#pragma once
// What a command says when it must be refused. One place (api/) turns it into problem+json.

#include <boost/describe.hpp>
#include <chrono>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace takt::domain {

/// One wrong field: where it stands (JSON pointer, RFC 6901), what is wrong as a stable code that
/// the interface translates, and the same in English for whoever reads the answer itself.
struct FieldError {
  std::string pointer;
  std::string code;
  std::string detail;
  bool operator==(const FieldError&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldError, (), (pointer, code, detail))

/// Thrown by whatever must refuse; nothing has been changed when it is thrown.
class Problem : public std::exception {
 public:
  enum class Kind {
    invalid,                ///< 422: fields are wrong, see `fields`
    malformed,              ///< 400: not readable at all
    unauthenticated,        ///< 401
    forbidden,              ///< 403: may see it, may not do it
    not_found,              ///< 404: unknown, or not visible to the caller
    conflict,               ///< 409: the rules of the life cycle forbid it now
    stale,                  ///< 412: somebody else changed it, see `current`
    precondition_required,  ///< 428: the write does not name the version it saw
    too_large,              ///< 413
    unsupported,            ///< 415: a body of another kind
    too_many,               ///< 429
  };

  Problem(Kind kind, std::string code, std::string detail)
      : kind(kind), code(std::move(code)), detail(std::move(detail)) {}

  static Problem invalid(std::vector<FieldError> fields) {
    Problem problem(Kind::invalid, "invalid", "Some fields are wrong.");
    problem.fields = std::move(fields);
    return problem;
  }
  static Problem invalid(std::string pointer, std::string code, std::string detail) {
    return invalid({{std::move(pointer), std::move(code), std::move(detail)}});
  }
  static Problem not_found() {
    return {Kind::not_found, "not_found", "There is nothing here that you can see."};
  }

  const char* what() const noexcept override { return detail.c_str(); }

  Kind kind;
  std::string code;
  std::string detail;
  std::vector<FieldError> fields;
  std::string current;            ///< JSON of the present state, for `stale`
  std::chrono::seconds wait{60};  ///< until it is worth another try, for `too_many`
};

}  // namespace takt::domain
