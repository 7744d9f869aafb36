#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// Pages as browsers save them, written for these tests: one line a string, "role-or-reason|line"; a blank
/// line is "".
namespace verbale::text::articlepages {

// Running text for the samples: long enough to be paragraphs.
extern const QString lead;
extern const QString body1;
extern const QString body2;
extern const QString body3;
extern const QString body4;
extern const QString title;

QStringList mixedPage();

/// Adds a row (lines) to the running test's table for every page.
void savedPageRows();

} // namespace verbale::text::articlepages
