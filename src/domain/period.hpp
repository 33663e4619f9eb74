#pragma once
// What volumes are counted by.

#include <boost/describe.hpp>

namespace takt::domain {

/// From the finest on.
BOOST_DEFINE_ENUM_CLASS(Period, month, quarter, year)

}  // namespace takt::domain
