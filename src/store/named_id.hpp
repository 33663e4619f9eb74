#pragma once

#include "mapping/describe.hpp"

namespace takt::store {

/// What an id is called.
struct NamedId {
  domain::Id id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedId, (), (id, name))

}  // namespace takt::store
