package jp.tenkyo.quickstart.city;

/** Draws what a year holds for somebody. Every draw is made, also for what cannot come to pass by then. */
record YearPlans(YearSettings settings, Holder holder, YearLife.Kind kind, ResidentYear year, Resident resident) {

    void draw() {
        switch (kind) {
            case RESIDENT -> drawResident();
            case MOVES_IN -> plan(Season.MOVES, day -> resident.movesOutTo(Places.CHITOSE, day));
            case MOVES_IN_UNANNOUNCED -> plan(Season.MOVES, day -> resident.movesInTo(Places.CHITOSE, day));
            case IS_BORN -> plan(Season.EVEN, resident::isBorn);
        }
    }

    private void drawResident() {
        var age = holder.birth().until(settings.firstDay()).getYears();
        drawMoves(age);
        perhaps(Rates.deaths(age), Season.DEATHS, resident::dies);
        perhaps(Rates.renamedByMarriage(age), Season.MARRIAGES, resident::isRenamed);
        perhaps(Rates.renamedByDivorce(age), Season.EVEN, resident::isRenamed);
        perhaps(Rates.FORMER_SURNAMES, Season.EVEN, resident::addsFormerSurname);
        perhaps(Rates.ERRORS_CORRECTED, Season.EVEN, resident::hasErrorCorrected);
        perhaps(Rates.DELETIONS, Season.EVEN, resident::isDeleted);
        perhaps(Rates.NUMBERS_CHANGED, Season.EVEN, resident::changesIndividualNumber);
        perhaps(Rates.HOUSEHOLDS_CHANGED, Season.EVEN, resident::changesHousehold);
        if (holder.hasCard()) {
            perhaps(Rates.CARDS_LOST, Season.EVEN, resident::losesCard);
        } else {
            perhaps(Rates.FIRST_CARDS, Season.EVEN, resident::getsFirstCard);
        }
        drawBulk();
    }

    private void drawMoves(int age) {
        perhaps(Rates.movesOut(age), Season.MOVES, resident::movesOut);
        perhaps(Rates.movesWithin(age), Season.MOVES, resident::movesWithin);
        perhaps(Rates.MOVES_ABROAD, Season.MOVES, resident::movesAbroad);
    }

    private void drawBulk() {
        if (YearLife.isRenumbered(holder.index())) {
            year.plan(YearLife.renumberedOn(settings.year()), resident::isRenumbered);
        }
        if (YearLife.hasFuriganaEntered(holder.index())) {
            year.plan(YearLife.furiganaOn(settings.year()), resident::hasFuriganaEntered);
        }
    }

    private void perhaps(int per100000, Season season, ResidentYear.Occasion occasion) {
        if (year.happens(per100000)) {
            plan(season, occasion);
        }
    }

    private void plan(Season season, ResidentYear.Occasion occasion) {
        year.plan(season.draw(settings.year(), year.random()), occasion);
    }
}
