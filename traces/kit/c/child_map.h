/* The persistent map from child SPIs to IKE SAs (QCD-8.2-1). */
#ifndef KIT_CHILD_MAP_H
#define KIT_CHILD_MAP_H

#include "maker.h"

const struct mapped *mapped_of(const struct child_map *map, uint32_t spi);
void map_children(struct arena *arena, struct child_map *map, const struct sa *sa);
void unmap_child(struct child_map *map, uint32_t spi);
void unmap_ike_sa(struct child_map *map, const struct ike_spis *spis);

/* Of lost IKE SAs, which are in the map and not in the table, no more than so many are remembered: the least is forgotten. */
void map_trim(struct child_map *map, const struct sas *sas, uint32_t lost);

#endif
