#include "child_map.h"

static size_t place(const struct child_map *map, uint32_t spi) {
    size_t i = 0;
    while (i < map->n && map->at[i].spi < spi) i++;
    return i;
}

const struct mapped *mapped_of(const struct child_map *map, uint32_t spi) {
    size_t i = place(map, spi);
    return i < map->n && map->at[i].spi == spi ? &map->at[i] : NULL;
}

static void map_child(struct arena *arena, struct child_map *map, uint32_t spi, const struct ike_spis *spis) {
    size_t i = place(map, spi);
    if (mapped_of(map, spi)) map->at[i].spis = *spis;
    else *list_open(arena, map, i) = (struct mapped) {spi, *spis};
}

void map_children(struct arena *arena, struct child_map *map, const struct sa *sa) {
    for (size_t i = 0; i < sa->children.n; i++) map_child(arena, map, sa->children.at[i].in, &sa->spis);
}

void unmap_child(struct child_map *map, uint32_t spi) {
    if (mapped_of(map, spi)) list_remove(map, place(map, spi));
}

void unmap_ike_sa(struct child_map *map, const struct ike_spis *spis) {
    for (size_t i = map->n; i-- > 0;)
        if (spis_equal(&map->at[i].spis, spis)) list_remove(map, i);
}

/* The least SPIs of a lost IKE SA in the map, and how many lost ones there are. */
static size_t lost_in(const struct child_map *map, const struct sas *sas, struct ike_spis *least) {
    size_t n = 0;
    for (size_t i = 0; i < map->n; i++) {
        const struct ike_spis *spis = &map->at[i].spis;
        bool counted = table_find(sas, spis) != NULL;
        for (size_t k = 0; k < i && !counted; k++) counted = spis_equal(&map->at[k].spis, spis);
        if (counted) continue;
        if (n++ == 0 || spis_order(spis, least) < 0) *least = *spis;
    }
    return n;
}

void map_trim(struct child_map *map, const struct sas *sas, uint32_t lost) {
    struct ike_spis least;
    while (lost_in(map, sas, &least) > lost) unmap_ike_sa(map, &least);
}
