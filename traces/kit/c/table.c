#include "table.h"

static size_t place(const struct sas *sas, const struct ike_spis *spis) {
    size_t low = 0, high = sas->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (spis_order(&sas->at[middle].spis, spis) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

struct sa *table_find(const struct sas *sas, const struct ike_spis *spis) {
    size_t i = place(sas, spis);
    return i < sas->n && spis_equal(&sas->at[i].spis, spis) ? &sas->at[i] : NULL;
}

void table_remove(struct sas *sas, const struct ike_spis *spis) {
    list_remove(sas, place(sas, spis));
}

const struct child *sa_sending(const struct sa *sa, uint32_t out) {
    for (size_t i = 0; i < sa->children.n; i++)
        if (sa->children.at[i].out == out) return &sa->children.at[i];
    return NULL;
}

static size_t child_place(const struct children *children, uint32_t in) {
    size_t i = 0;
    while (i < children->n && children->at[i].in < in) i++;
    return i;
}

bool sa_receiving(const struct sa *sa, uint32_t in) {
    size_t i = child_place(&sa->children, in);
    return i < sa->children.n && sa->children.at[i].in == in;
}

struct sa *table_receiving(const struct sas *sas, uint32_t in) {
    for (size_t i = 0; i < sas->n; i++)
        if (sa_receiving(&sas->at[i], in)) return &sas->at[i];
    return NULL;
}

static void add_child(struct arena *arena, struct sa *sa, struct child child) {
    *list_open(arena, &sa->children, child_place(&sa->children, child.in)) = child;
}

void sa_forget_child(struct sa *sa, uint32_t in) {
    list_remove(&sa->children, child_place(&sa->children, in));
}

static void set_children(struct arena *arena, struct sa *sa, const struct children *children) {
    for (size_t i = 0; i < children->n; i++) add_child(arena, sa, children->at[i]);
}

static enum news refused(struct step *step, const char *reason) {
    log_line(step, reason, "");
    return NEWS_REFUSED;
}

static struct sa *add(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *sa = list_open(step->arena, sas, place(sas, &event->spis));
    sa->spis = event->spis;
    sa->here = event->here;
    sa->peer = event->peer;
    sa->initiator = event->initiator;
    return sa;
}

static enum news establish(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *sa = table_find(sas, &event->spis);
    if (!sa) return refused(step, "NO_SUCH_IKE_SA");
    if (sa->established) return refused(step, "IKE_SA_EXISTS");
    sa->established = true;
    sa->identity = event->identity;
    set_children(step->arena, sa, &event->children);
    return NEWS_DONE;
}

static enum news import(struct sas *sas, const struct event *event, struct step *step) {
    if (table_find(sas, &event->spis)) return refused(step, "IKE_SA_EXISTS");
    struct sa *sa = add(sas, event, step);
    sa->established = true;
    sa->identity = event->identity;
    sa->secret = event->secret;
    set_children(step->arena, sa, &event->children);
    return NEWS_DONE;
}

/* The established one that an event is about. */
static struct sa *established(const struct sas *sas, const struct ike_spis *spis) {
    struct sa *sa = table_find(sas, spis);
    return sa && sa->established ? sa : NULL;
}

/* The old one lives until it is closed, its children are the successor's (RFC 7296, 2.8). */
static enum news rekey(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *old = established(sas, &event->spis);
    if (!old) return refused(step, "NO_SUCH_IKE_SA");
    if (table_find(sas, &event->successor)) return refused(step, "IKE_SA_EXISTS");
    struct sa fresh = {
        .spis = event->successor, .established = true, .here = old->here, .peer = old->peer,
        .initiator = event->initiator, /* BASE-3.1-3 */
        .identity = old->identity, .children = old->children,
    };
    old->children = (struct children) {0};
    *list_open(step->arena, sas, place(sas, &fresh.spis)) = fresh;
    return NEWS_DONE;
}

static enum news create_child(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *sa = established(sas, &event->spis);
    if (!sa) return refused(step, "NO_SUCH_IKE_SA");
    if (table_receiving(sas, event->child.in)) return refused(step, "CHILD_SA_EXISTS"); /* its own SPI: of no other SA either */
    add_child(step->arena, sa, event->child);
    return NEWS_DONE;
}

static enum news close_child(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *sa = table_find(sas, &event->spis);
    if (!sa) return refused(step, "NO_SUCH_IKE_SA");
    if (!sa_receiving(sa, event->spi)) return refused(step, "NO_SUCH_CHILD_SA");
    sa_forget_child(sa, event->spi);
    return NEWS_DONE;
}

static enum news move(struct sas *sas, const struct event *event, struct step *step) {
    struct sa *sa = established(sas, &event->spis);
    if (!sa) return refused(step, "NO_SUCH_IKE_SA");
    sa->here = event->here;
    sa->peer = event->peer;
    return NEWS_DONE;
}

static enum news end(struct sas *sas, const struct event *event, struct step *step) {
    if (!table_find(sas, &event->spis)) return refused(step, "NO_SUCH_IKE_SA");
    table_remove(sas, &event->spis);
    if (event->kind == SA_FORGOTTEN) because(step, "BASE-2.4-9");
    return NEWS_DONE;
}

enum news table_news(struct sas *sas, const struct event *event, struct step *step) {
    switch (event->kind) {
    case SA_HALF_OPEN:
        if (table_find(sas, &event->spis)) return refused(step, "IKE_SA_EXISTS");
        add(sas, event, step);
        return NEWS_DONE;
    case SA_ESTABLISHED: return establish(sas, event, step);
    case SA_REKEYED: return rekey(sas, event, step);
    case SA_IMPORTED: return import(sas, event, step);
    case CHILD_SA_CREATED: return create_child(sas, event, step);
    case CHILD_SA_CLOSED: return close_child(sas, event, step);
    case ADDRESS_CHANGED: return move(sas, event, step);
    case SA_CLOSED:
    case SA_FORGOTTEN: return end(sas, event, step);
    default: return NEWS_NONE;
    }
}
