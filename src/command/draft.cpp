#include "command/draft.hpp"

#include "command/entity.hpp"
#include "domain/problem.hpp"

namespace takt::command {

using namespace domain;

void conflict(std::string code, std::string detail) {
  throw Problem(Problem::Kind::conflict, std::move(code), std::move(detail));
}

}  // namespace takt::command
