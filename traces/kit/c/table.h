/* The IKE SAs of a peer, and how the news of its IKE daemon change them. Every role has such a table. */
#ifndef KIT_TABLE_H
#define KIT_TABLE_H

#include "role.h"

struct sa *table_find(const struct sas *sas, const struct ike_spis *spis);
void table_remove(struct sas *sas, const struct ike_spis *spis);

/* The IKE SA of a child SA that this peer receives on, or NULL. READING-21: ESP and AH are not told apart. */
struct sa *table_receiving(const struct sas *sas, uint32_t in);

bool sa_receiving(const struct sa *sa, uint32_t in);

/* The child SA of it that this peer sends with, or NULL. */
const struct child *sa_sending(const struct sa *sa, uint32_t out);

void sa_forget_child(struct sa *sa, uint32_t in);

enum news { NEWS_NONE, NEWS_REFUSED, NEWS_DONE };

/* Does what the daemon says: that an IKE SA or child SA came, changed or went. NONE if the event is another one, REFUSED,
   and logged, if it does not fit. */
enum news table_news(struct sas *sas, const struct event *event, struct step *step);

#endif
