/* SPDX-FileCopyrightText: 2026 The Aftercare authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CareWorker: one thread that runs closures one after another, interactive ones before background ones, in the order
 * they were given within each. The thread that makes it owns it; results come back through the closure's own means. */
typedef struct _CareWorker CareWorker;

typedef enum {
    CARE_PRIORITY_INTERACTIVE,
    CARE_PRIORITY_BACKGROUND,
} CarePriority;

typedef void (*CareWorkerFunc)(gpointer data);

CareWorker *care_worker_new(const char *name);
void care_worker_push(CareWorker *self, CarePriority priority, CareWorkerFunc func, gpointer data);
/* Runs func on the thread and waits for it. */
void care_worker_call(CareWorker *self, CareWorkerFunc func, gpointer data);
/* Waits until everything interactive that was given before is done, at most so long; whether it is. Background work is
 * not waited for. */
gboolean care_worker_wait(CareWorker *self, int milliseconds);
gboolean care_worker_is_current(CareWorker *self);
/* Waits for everything that was given, then runs func (nullable) as the last thing of the thread. */
void care_worker_finish(CareWorker *self, CareWorkerFunc func, gpointer data);

G_END_DECLS
