package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.network.wiring.Wiring;
import org.ganglion.simulator.plastic.PlasticSpec;

/** Works out a {@link NetworkPlan}: wiring, receptors, units of their sums, packing of synapses. */
final class Planner {
    private final Network network;
    private final long seed;
    private final double dtMs;
    private final List<Wiring> wirings = new ArrayList<>();
    private final List<PlannedValue> weights = new ArrayList<>(); // [projection]
    private final List<PlannedValue> delays = new ArrayList<>(); // [projection], in ms
    private final List<List<Receptor>> receptors = new ArrayList<>();
    private final InputBound[][] bounds; // [population][receptor]
    private final double[] multiplicity; // [population]: spikes that a neuron can emit at once
    private final List<Optional<Plasticity>> rules = new ArrayList<>(); // [projection]
    private final Samplers samplers = new Samplers();

    Planner(Experiment experiment) {
        this.network = experiment.network();
        this.seed = experiment.settings().seed();
        this.dtMs = experiment.settings().dtMs();
        for (Population population : network.populations()) {
            receptors.add(population.model().receptors(population.allParameters()));
        }
        ValuePlanner values = new ValuePlanner(experiment);
        for (int i = 0; i < network.projections().size(); i++) {
            Wiring wiring = values.wire(i);
            wirings.add(wiring);
            weights.add(values.weight(i, wiring));
            delays.add(values.delay(i, wiring));
            rules.add(network.projections().get(i).synapse().plasticity(dtMs));
        }
        this.multiplicity = Multiplicity.bounds(experiment, receptors, wirings);
        this.bounds = bounds();
    }

    private InputBound[][] bounds() {
        InputBound[][] result = new InputBound[receptors.size()][];
        for (int p = 0; p < result.length; p++) {
            result[p] = new InputBound[receptors.get(p).size()];
            for (int r = 0; r < result[p].length; r++) {
                result[p][r] = new InputBound();
            }
        }
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            int source = network.populationIndex(projection.source());
            int target = network.populationIndex(projection.target());
            double count = wirings.get(i).maxInDegree() * multiplicity[source];
            for (int r : receptorsOf(i, target)) {
                InputBound.Weights at =
                        weightsAt(weights.get(i), receptors.get(target).get(r));
                Optional<Plasticity> rule = rules.get(i);
                if (rule.isPresent() && receptors.get(target).get(r).sign() != Receptor.Sign.COUNT) {
                    result[target][r].addPlastic(
                            count, reach(i).size(), rule.get().usual(at.largest()));
                } else {
                    result[target][r].add(count, at);
                }
            }
        }
        return result;
    }

    /** The receptors that synapses of a projection can end at: positive weights first. */
    private List<Integer> receptorsOf(int projection, int target) {
        List<Receptor> all = receptors.get(target);
        PlannedValue weight = weights.get(projection);
        boolean positive = weight.largest() >= 0;
        boolean negative = weight.smallest() < 0;
        if (rules.get(projection).isPresent()) { // weights may begin at 0 and become negative
            negative = reach(projection).smallest() < 0;
            positive = reach(projection).largest() > 0 || !negative;
        }
        String name = network.projections().get(projection).receptor();
        Set<Integer> reached = new LinkedHashSet<>();
        if (positive) {
            reached.add(Receptor.find(all, name, false));
        }
        if (negative) {
            reached.add(Receptor.find(all, name, true));
        }
        reached.remove(-1);
        return List.copyOf(reached);
    }

    /** What spikes can carry over synapses that follow a rule. */
    private Plasticity.Weights reach(int projection) {
        PlannedValue atStart = weights.get(projection);
        return rules.get(projection).orElseThrow().reach(new Plasticity.Weights(atStart.smallest(), atStart.largest()));
    }

    private static InputBound.Weights weightsAt(PlannedValue weight, Receptor receptor) {
        double up = Math.abs(weight.largest());
        double down = Math.abs(weight.smallest());
        return switch (receptor.sign()) {
            case ANY -> weights(weight, Math.max(up, down));
            case POSITIVE -> weights(weight, up);
            case NEGATIVE -> weights(weight, down);
            case COUNT -> InputBound.Weights.constant(1);
        };
    }

    private static InputBound.Weights weights(PlannedValue weight, double largest) {
        if (weight.constant()) {
            return InputBound.Weights.constant(largest);
        }
        return switch (weight) {
            case PlannedValue.Drawn(Distribution drawn) -> InputBound.Weights.drawn(largest, drawn.spread());
            case PlannedValue.Given given ->
                InputBound.Weights.given(
                        largest,
                        given.measured().meanSize(),
                        given.listed(),
                        given.measured().granule());
        };
    }

    List<PopulationPlan> populations() {
        List<PopulationPlan> result = new ArrayList<>();
        for (int p = 0; p < receptors.size(); p++) {
            Population population = network.populations().get(p);
            List<ReceptorPlan> plans = new ArrayList<>();
            for (int r = 0; r < receptors.get(p).size(); r++) {
                plans.add(receptor(p, r));
            }
            boolean relay = receptors.get(p).stream().anyMatch(x -> x.sign() == Receptor.Sign.COUNT);
            int atOnce = population.model().mostSpikesAtOnce(population.allParameters(), dtMs);
            boolean currents = network.stimuli().stream()
                    .anyMatch(s -> s instanceof Stimulus.OfCurrent && s.target().equals(population.name()));
            result.add(new PopulationPlan(population, p, plans, relay ? PopulationPlan.RELAYED : atOnce, currents));
        }
        return result;
    }

    private ReceptorPlan receptor(int population, int r) {
        Receptor receptor = receptors.get(population).get(r);
        InputBound bound = bounds[population][r];
        if (receptor.sign() == Receptor.Sign.COUNT) {
            return new ReceptorPlan(receptor, r, 1, bound.intUnit() > 1);
        }
        double given =
                network.inherited().unit(network.populations().get(population).name(), r);
        if (bound.serves(given)) {
            return new ReceptorPlan(receptor, r, given, receptor.exact() || given < bound.intUnit());
        }
        if (receptor.exact()) {
            return new ReceptorPlan(receptor, r, bound.longUnit(), true);
        }
        double shared = sharedUnit(r);
        if (shared > 0) {
            return new ReceptorPlan(receptor, r, shared, false);
        }
        double unit = bound.intUnit();
        if (bound.fineEnough(unit)) {
            return new ReceptorPlan(receptor, r, unit, false);
        }
        if (!bound.fineEnough(bound.longUnit())) {
            throw new InvalidNetworkException(List.of(new Problem(
                    "populations." + network.populations().get(population).name(),
                    "its inputs can add up to so much that its smallest weights would be lost in 64 bits; bring the weights"
                            + " of its projections closer together, or clip their distributions")));
        }
        return new ReceptorPlan(receptor, r, bound.longUnit(), true);
    }

    /** A 32-bit unit that serves this receptor of all populations, so that they can share rows; 0 if there is none. */
    private double sharedUnit(int r) {
        double unit = 0;
        for (int p = 0; p < bounds.length; p++) {
            if (r < bounds[p].length && !standsAlone(p, r)) {
                unit = Math.max(unit, bounds[p][r].intUnit());
            }
        }
        for (int p = 0; p < bounds.length; p++) {
            if (r < bounds[p].length && !standsAlone(p, r) && !bounds[p][r].fineEnough(unit)) {
                return 0;
            }
        }
        return unit;
    }

    /** Whether the unit of a receptor has nothing to do with that of others. */
    private boolean standsAlone(int population, int r) {
        Receptor receptor = receptors.get(population).get(r);
        return receptor.sign() == Receptor.Sign.COUNT || receptor.exact();
    }

    List<ProjectionPlan> projections(List<PopulationPlan> populations) {
        List<ProjectionPlan> result = new ArrayList<>();
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            PopulationPlan target = populations.get(network.populationIndex(projection.target()));
            List<Branch> branches = new ArrayList<>();
            for (int r : receptorsOf(i, target.index())) {
                branches.add(branch(i, target.receptors().get(r)));
            }
            result.add(new ProjectionPlan(
                    projection,
                    i,
                    network.populationIndex(projection.source()),
                    target.index(),
                    wirings.get(i),
                    Keys.of(seed, Purpose.WEIGHT_AND_DELAY, i),
                    weights.get(i),
                    delays.get(i),
                    samplers.whole(delays.get(i), dtMs),
                    branches,
                    weights.get(i) instanceof PlannedValue.Drawn drawn && branches.size() == 2
                            ? drawn.negativeBelow()
                            : 0,
                    signal(i)));
        }
        return result;
    }

    private Branch branch(int number, ReceptorPlan receptor) {
        PlannedValue weight = receptor.receptor().sign() == Receptor.Sign.COUNT
                ? new PlannedValue.Drawn(Distribution.constant(1))
                : weights.get(number);
        int shift = packedShift(weights.get(number), receptor);
        Packing packing;
        double unit = receptor.unit();
        if (rules.get(number).isPresent()) {
            packing = plastic(number, rules.get(number).get(), receptor);
        } else if (receptor.inLong()) {
            packing = new Packing.InLong();
        } else if (weight.constantIn(unit)) {
            packing = new Packing.Constant((int) samplers.whole(weight, unit).largest());
        } else if (shift < 0) {
            packing = new Packing.Wide();
        } else {
            packing = new Packing.Packed(shift);
            unit = Math.scalb(unit, shift);
        }
        return new Branch(receptor.index(), packing, samplers.whole(weight, unit));
    }

    private Packing plastic(int number, Plasticity rule, ReceptorPlan receptor) {
        boolean counts = receptor.receptor().sign() == Receptor.Sign.COUNT;
        WholeValues steps = samplers.whole(delays.get(number), dtMs);
        PlasticSpec spec = new PlasticSpec(
                network.projections().get(number).name(),
                rule,
                number,
                network.projectionKey(number),
                seed,
                delay(steps.smallest()),
                delay(steps.largest()),
                receptor.unit(),
                counts ? 1 : reach(number).size(),
                counts,
                signal(number).map(SignalPlan::delay).orElse(0));
        return new Packing.Plastic(spec, receptor.receptor().sign() == Receptor.Sign.NEGATIVE, receptor.inLong());
    }

    /** Of a projection that has no synapse, delays that depend on distance come out as 0, which no rule can do with. */
    private static int delay(long steps) {
        return Math.max(1, (int) steps);
    }

    private Optional<SignalPlan> signal(int projection) {
        return rules.get(projection)
                .flatMap(Plasticity::modulation)
                .map(m ->
                        new SignalPlan(network.populationIndex(m.population()), (int) Math.round(m.delayMs() / dtMs)));
    }

    /** One shift for all projections onto this receptor where it serves all, so that they can share rows. */
    private int packedShift(PlannedValue weight, ReceptorPlan receptor) {
        InputBound.Weights at = weightsAt(weight, receptor.receptor());
        int own = InputBound.packedShift(at, receptor.unit());
        int widest = own;
        for (InputBound[] ofPopulation : bounds) {
            if (receptor.index() < ofPopulation.length) {
                for (InputBound.Weights w : ofPopulation[receptor.index()].varied()) {
                    widest = Math.max(widest, InputBound.packedShift(w, receptor.unit()));
                }
            }
        }
        boolean serves = InputBound.keeps(at, receptor.unit(), widest);
        return own >= 0 && serves ? widest : own;
    }
}
