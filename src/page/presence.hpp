#pragma once
// Who else is in an account right now.

#include "page/page.hpp"

namespace takt::page {

struct Presence {
  std::vector<store::NamedId> others;  ///< seen within the last minute, by name
};
BOOST_DESCRIBE_STRUCT(Presence, (), (others))

/// For a caller who may see the account.
Presence presence(Context& context, const Caller& caller, const Id& account);

}  // namespace takt::page
