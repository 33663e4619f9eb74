#pragma once
// How high something is, in three words: the priority of a signal, the confidence of a team.

#include <boost/describe.hpp>

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(Band, low, medium, high)

}  // namespace takt::domain
