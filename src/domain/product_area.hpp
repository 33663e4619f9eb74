#pragma once
// What the customer buys, and how we stand there.

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(Standing, none, listed, secondary, main)

struct ProductArea : Record {
  static constexpr std::string_view kTerm = "product_area", kCollection = "product-areas";
  Name name;
  Standing standing = Standing::none;  ///< which supplier we are to the account in this area
  std::optional<Date> since;
};
BOOST_DESCRIBE_STRUCT(ProductArea, (Record), (name, standing, since))

}  // namespace takt::domain
