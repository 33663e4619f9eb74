#pragma once
// The entities that the fuzz targets read into, chosen by one byte.

#include "domain/every_entity.hpp"

namespace takt::fuzz {

/// Calls `f` with a null pointer to the entity that the byte chooses.
template <class F>
void with_entity(unsigned char choice, F f) {
  constexpr std::size_t kCount = boost::mp11::mp_size<domain::Entities>::value;
  boost::mp11::mp_with_index<kCount>(choice % kCount, [&](auto index) {
    f(static_cast<boost::mp11::mp_at_c<domain::Entities, index>*>(nullptr));
  });
}

}  // namespace takt::fuzz
